package store

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"example.com/harness"
)

// withLock does something while nobody else has the lock of the file.
func withLock(path string, do func()) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	do()
	return nil
}

// FlockThreads waits for a lock that is never given back. The wait is in the kernel, so each takes a thread.
func FlockThreads(r *harness.Run) {
	path := filepath.Join(r.TempDir(), "jobs.lock")
	held := make(chan struct{})
	go withLock(path, func() {
		close(held)
		<-r.Context.Done()
	})
	<-held
	r.Every(func() {
		go func() {
			if err := withLock(path, func() {}); err != nil {
				r.Log(err)
			}
		}()
	})
}
