package store

import (
	"log"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"example.com/harness"
)

// Segment is a part of the log that is read through a descriptor of its own.
type Segment struct {
	fd int
}

// OpenSegment opens a segment; it is closed when nobody uses it any more.
func OpenSegment(path string) (*Segment, error) {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	s := &Segment{fd: fd}
	runtime.SetFinalizer(s, (*Segment).close)
	return s, nil
}

func (s *Segment) close() { syscall.Close(s.fd) }

// Cursor is a place in the log. It tells the registry when nobody uses it any more.
type Cursor struct {
	registry chan<- *Cursor
	at       int64
}

// NewCursor starts at the beginning.
func NewCursor(registry chan<- *Cursor) *Cursor {
	c := &Cursor{registry: registry}
	runtime.SetFinalizer(c, (*Cursor).release)
	return c
}

func (c *Cursor) release() { c.registry <- c }

// BlockedFinalizer drops segments and cursors. The finalizer of the first cursor waits for a registry that
// nobody reads, and all finalizers after it wait, too: no descriptor is closed any more.
func BlockedFinalizer(r *harness.Run) {
	path := filepath.Join(r.TempDir(), "00000001.log")
	if err := os.WriteFile(path, []byte("begin\n"), 0o600); err != nil {
		log.Fatal(err)
	}
	NewCursor(make(chan *Cursor))
	runtime.GC()
	r.Every(func() {
		if _, err := OpenSegment(path); err != nil {
			r.Log(err)
		}
	})
}
