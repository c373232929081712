package harness

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	originEnv    = "TIDEMARK_LAB_CGROUP" // where the program was before it got a cgroup of its own
	cgroupPrefix = "tidemark-lab-"
)

// cgroupLimit reads the flag -cgroup: MiB, 0 for none.
func cgroupLimit(truth Truth, flag string) (int, error) {
	switch flag {
	case "auto":
		return truth.CgroupMiB, nil
	case "none":
		return 0, nil
	}
	mib, err := strconv.Atoi(flag)
	if err != nil || mib < 16 {
		return 0, fmt.Errorf("-cgroup: %s (expected MiB, at least 16, auto or none)", flag)
	}
	return mib, nil
}

// currentCgroup is the directory of the memory cgroup of this process, empty if there is none.
func currentCgroup() string {
	f, err := os.Open("/proc/self/cgroup")
	if err != nil {
		return ""
	}
	defer f.Close()
	unified := ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		part := strings.SplitN(lines.Text(), ":", 3)
		switch {
		case len(part) < 3:
		case part[1] == "memory":
			return filepath.Join("/sys/fs/cgroup/memory", part[2])
		case part[0] == "0":
			unified = filepath.Join("/sys/fs/cgroup", part[2])
		}
	}
	if _, err := os.Stat(filepath.Join(unified, "cgroup.procs")); err != nil {
		return ""
	}
	return unified
}

// enterCgroup makes a memory cgroup with a limit and moves this process there. Version 1 nests it in
// the one where the process is; version 2 puts it at the top, because there a group with processes
// can't have groups with a limit.
func enterCgroup(mib int) error {
	parent := currentCgroup()
	if parent == "" {
		return fmt.Errorf("no memory cgroups on this machine")
	}
	file := "memory.limit_in_bytes"
	if !strings.HasPrefix(parent, "/sys/fs/cgroup/memory") {
		parent, file = "/sys/fs/cgroup", "memory.max"
	}
	sweep(parent)
	group := filepath.Join(parent, cgroupPrefix+strconv.Itoa(os.Getpid()))
	if err := os.Mkdir(group, 0o755); err != nil {
		return err
	}
	if err := write(filepath.Join(group, file), strconv.Itoa(mib<<20)); err != nil {
		os.Remove(group)
		return err
	}
	if err := moveTo(group); err != nil {
		os.Remove(group)
		return err
	}
	return nil
}

// leaveCgroup goes back to where the process came from and removes the group.
func leaveCgroup(group string) {
	if moveTo(os.Getenv(originEnv)) == nil {
		os.Remove(group)
	}
}

func moveTo(group string) error {
	return write(filepath.Join(group, "cgroup.procs"), strconv.Itoa(os.Getpid()))
}

// sweep removes the groups of programs that were killed. One whose program has yet to enter it is empty, too.
func sweep(parent string) {
	groups, _ := filepath.Glob(filepath.Join(parent, cgroupPrefix+"*"))
	for _, g := range groups {
		pid := strings.TrimPrefix(filepath.Base(g), cgroupPrefix)
		if _, err := os.Stat(filepath.Join("/proc", pid)); errors.Is(err, fs.ErrNotExist) {
			os.Remove(g) // fails while there is a process in it
		}
	}
}

func write(file, value string) error { return os.WriteFile(file, []byte(value), 0o644) }
