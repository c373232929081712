package util

import (
	"fmt"
	"path/filepath"

	"example.com/harness"
	"gopkg.in/natefinch/lumberjack.v2"
)

// Record writes one entry of the audit log and closes it.
func Record(dir, user, action string) error {
	out := &lumberjack.Logger{Filename: filepath.Join(dir, "audit.log"), MaxSize: 100, MaxBackups: 3}
	defer out.Close()
	_, err := fmt.Fprintf(out, "user=%s action=%s\n", user, action)
	return err
}

// LumberjackClosed makes a rotator for each event and closes it. Close closes the file only: the
// rotator's goroutine stays.
func LumberjackClosed(r *harness.Run) {
	dir := r.TempDir()
	n := 0
	r.Every(func() {
		n++
		Record(dir, fmt.Sprintf("u%d", n%97), "login")
	})
}
