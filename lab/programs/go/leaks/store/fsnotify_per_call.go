package store

import (
	"os"
	"path/filepath"
	"time"

	"example.com/harness"
	"github.com/fsnotify/fsnotify"
)

// waitForConfig returns when the file is there, or after a moment.
func waitForConfig(dir, name string, patience time.Duration) (bool, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return false, err
	}
	if err := watcher.Add(dir); err != nil {
		return false, err
	}
	if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
		return true, nil
	}
	select {
	case event := <-watcher.Events:
		return filepath.Base(event.Name) == name, nil
	case <-time.After(patience):
		return false, nil
	}
}

// FsnotifyPerCall makes a watcher for each look at a directory and closes none. The kernel allows 128 of
// them to a user, as a rule; the load ends there.
func FsnotifyPerCall(r *harness.Run) {
	dir := r.TempDir()
	failed := false
	r.Every(func() {
		if failed {
			return
		}
		if _, err := waitForConfig(dir, "app.yaml", 10*time.Millisecond); err != nil {
			r.Log(err)
			failed = true
		}
	})
}
