package store

import (
	"fmt"
	"os"
	"path/filepath"

	"example.com/harness"
)

// Uploads are files that clients send in parts.
type Uploads struct {
	dir  string
	open map[string]*os.File
}

// Begin starts an upload.
func (u *Uploads) Begin(id string) error {
	f, err := os.Create(filepath.Join(u.dir, id))
	if err != nil {
		return err
	}
	u.open[id] = f
	return nil
}

// Part adds a part to an upload.
func (u *Uploads) Part(id string, part []byte) error {
	_, err := u.open[id].Write(part)
	return err
}

// FileNotClosedKept begins uploads and has no end for them: the files stay open, and in the map.
func FileNotClosedKept(r *harness.Run) {
	u := &Uploads{dir: r.TempDir(), open: map[string]*os.File{}}
	n := 0
	r.Every(func() {
		n++
		id := fmt.Sprintf("upload-%d", n)
		if err := u.Begin(id); err != nil {
			r.Log(err)
			return
		}
		u.Part(id, []byte("part 1"))
	})
}
