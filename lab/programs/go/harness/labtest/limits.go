package labtest

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// limits checks what keeps a program from harming the machine, with one that leaks memory.
func limits(t *testing.T, binary, program, rate string) {
	t.Run("seconds", func(t *testing.T) {
		start := time.Now()
		if out, err := exec.Command(binary, program, "-seconds", "1").CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("took %v (expected little more than 1 s)", took)
		}
	})
	t.Run("cap", func(t *testing.T) {
		p, _ := run(t, binary, program, "-rate", rate, "-cap", "60", "-seconds", "60")
		p.await(t, 1e9, 4*time.Second)
		s, err := p.snapshot()
		if err != nil {
			t.Fatal(err)
		}
		if mb := s["anon_bytes"] / (1 << 20); mb < 50 || mb > 120 {
			t.Errorf("%.0f MiB resident (expected the load to end at 60)", mb)
		}
	})
	t.Run("cgroup", func(t *testing.T) {
		p, out := run(t, binary, program, "-cgroup", "64", "-seconds", "60")
		line, _ := out.ReadString('\n')
		group, ok := strings.CutPrefix(strings.TrimSpace(line), "cgroup ")
		if !ok {
			t.Skip("can't make a memory cgroup here")
		}
		members, err := os.ReadFile(filepath.Join(group, "cgroup.procs"))
		if err != nil || string(members) != fmt.Sprintln(p.pid) {
			t.Errorf("members of %s: %q, %v (expected %d alone)", group, members, err, p.pid)
		}
		if err := p.end(); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(group); err == nil {
			t.Errorf("%s is still there", group)
		}
	})
}

func run(t *testing.T, binary string, args ...string) (*process, *bufio.Reader) {
	cmd := exec.Command(binary, args...)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{cmd: cmd}
	t.Cleanup(func() {
		if err := p.end(); err != nil {
			t.Errorf("%s on SIGTERM: %v %s", args[0], err, stderr.String())
		}
	})
	out := bufio.NewReader(stdout)
	line, err := out.ReadString('\n')
	if err != nil {
		t.Fatalf("%s: %v %s", strings.Join(args, " "), err, stderr.String())
	}
	if _, err := fmt.Sscanf(line, "listening on %s pid %d", &p.addr, &p.pid); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	return p, out
}
