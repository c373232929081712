package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"example.com/harness"
)

// Spool keeps messages in files until they are delivered.
type Spool struct {
	dir  string
	next int
}

// Put adds a message.
func (s *Spool) Put(message []byte) error {
	s.next++
	return os.WriteFile(filepath.Join(s.dir, fmt.Sprintf("%08d.msg", s.next)), message, 0o600)
}

// TmpfsWriter spools messages of 64 KB that nobody delivers, to a directory that is in memory. It counts
// against the limit of the container, and the kernel can't take it back. It ends at 300 MB.
func TmpfsWriter(r *harness.Run) {
	spool := &Spool{dir: r.SharedMemoryDir()}
	message := bytes.Repeat([]byte("message "), 8<<10)
	r.Every(func() {
		if spool.next >= 300<<4 {
			return
		}
		if err := spool.Put(message); err != nil {
			r.Log(err)
		}
	})
}
