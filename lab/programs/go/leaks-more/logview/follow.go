// Package logview shows logs to those who look after a service.
package logview

import (
	"fmt"
	"os"
	"path/filepath"

	"example.com/harness"
	"github.com/nxadm/tail"
)

// Peek returns the first lines of a log that may still have to be written.
func Peek(path string, lines int) ([]string, error) {
	t, err := tail.TailFile(path, tail.Config{Follow: true, ReOpen: true, MustExist: true, Logger: tail.DiscardingLogger})
	if err != nil {
		return nil, err
	}
	var read []string
	for line := range t.Lines {
		read = append(read, line.Text)
		if len(read) == lines {
			break
		}
	}
	return read, nil
}

// TailPerViewer follows a log for each viewer and doesn't stop when the viewer has what they want: the file and
// the goroutines that follow it stay.
func TailPerViewer(r *harness.Run) {
	path := filepath.Join(r.TempDir(), "app.log")
	f, err := os.Create(path)
	if err != nil {
		r.Log(err)
		return
	}
	for i := range 5 {
		fmt.Fprintf(f, "level=info msg=started worker=%d\n", i)
	}
	f.Close()
	r.Every(func() {
		if _, err := Peek(path, 5); err != nil {
			r.Log(err)
		}
	})
}
