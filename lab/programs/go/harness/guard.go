package harness

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

const (
	maxGoroutines = 200_000
	maxThreads    = 2_000
)

// guard ends the load, not the program, when the program has taken what it may take.
func (r *Run) guard(maxBytes int64) {
	var files syscall.Rlimit
	syscall.Getrlimit(syscall.RLIMIT_NOFILE, &files)
	maxFiles := min(int(files.Cur*8/10), 50_000)
	for round := 0; r.Wait(250 * time.Millisecond); round++ {
		var reason string
		switch anon, threads := anonymousBytes(), threadCount(); {
		case anon > maxBytes:
			reason = fmt.Sprintf("%d MiB of memory", anon>>20)
		case threads > maxThreads:
			reason = fmt.Sprintf("%d threads", threads)
		case runtime.NumGoroutine() > maxGoroutines:
			reason = fmt.Sprintf("%d goroutines", runtime.NumGoroutine())
		case round%8 == 0 && openFiles() > maxFiles:
			reason = fmt.Sprintf("%d file descriptors", maxFiles)
		default:
			continue
		}
		r.capped.Store(&reason)
		return
	}
}

// Capped says whether the program has reached a limit. Those who don't use Every have to ask.
func (r *Run) Capped() bool { return r.capped.Load() != nil }

func anonymousBytes() int64 {
	b, err := os.ReadFile("/proc/self/statm")
	f := bytes.Fields(b)
	if err != nil || len(f) < 3 {
		return 0
	}
	resident, _ := strconv.ParseInt(string(f[1]), 10, 64)
	shared, _ := strconv.ParseInt(string(f[2]), 10, 64)
	return (resident - shared) * int64(os.Getpagesize())
}

func threadCount() int {
	b, err := os.ReadFile("/proc/self/stat")
	_, rest, ok := bytes.Cut(b, []byte(") "))
	f := bytes.Fields(rest)
	if err != nil || !ok || len(f) < 18 {
		return 0
	}
	n, _ := strconv.Atoi(string(f[17]))
	return n
}

func openFiles() int {
	d, err := os.Open("/proc/self/fd")
	if err != nil {
		return 0
	}
	defer d.Close()
	names, _ := d.Readdirnames(-1)
	return len(names)
}
