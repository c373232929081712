package store

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"example.com/harness"
)

// ReadVersion returns the first bytes of a file.
func ReadVersion(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	head := make([]byte, 16)
	n, err := f.Read(head)
	return string(head[:n]), err
}

// FileNotClosedDropped forgets to close files and keeps no reference to them. Descriptors rise until the
// next collection closes them: careless, but nothing leaks.
func FileNotClosedDropped(r *harness.Run) {
	path := filepath.Join(r.TempDir(), "VERSION")
	if err := os.WriteFile(path, []byte(fmt.Sprintf("version %d\n", 17)), 0o600); err != nil {
		log.Fatal(err)
	}
	r.Every(func() {
		if _, err := ReadVersion(path); err != nil {
			r.Log(err)
		}
	})
}
