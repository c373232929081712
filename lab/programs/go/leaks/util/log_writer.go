package util

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"example.com/harness"
)

const (
	accessLogFile  = 256 << 20 // bytes until the next file
	accessLogFiles = 5         // that are kept
)

// AccessLog writes requests to files of a fixed size and removes the oldest.
type AccessLog struct {
	dir     string
	out     *os.File
	written int
	files   int
}

// OpenAccessLog starts the first file.
func OpenAccessLog(dir string) *AccessLog {
	l := &AccessLog{dir: dir}
	l.rotate()
	return l
}

func (l *AccessLog) rotate() {
	if l.out != nil {
		l.out.Close()
	}
	out, err := os.Create(l.path(l.files))
	if err != nil {
		log.Fatal(err)
	}
	os.Remove(l.path(l.files - accessLogFiles))
	l.out, l.written = out, 0
	l.files++
}

func (l *AccessLog) path(n int) string { return filepath.Join(l.dir, fmt.Sprintf("access.%d.log", n)) }

// Write appends lines.
func (l *AccessLog) Write(lines []byte) (int, error) {
	if l.written >= accessLogFile {
		l.rotate()
	}
	n, err := l.out.Write(lines)
	l.written += n
	return n, err
}

// LogWriter writes many requests to disk: 64 KB of lines an event. The page cache of the files grows
// until the limit of the container and looks like a leak from there. The process doesn't grow.
func LogWriter(r *harness.Run) {
	out := OpenAccessLog(r.TempDir())
	line := []byte("10.0.3.7 - - [21/Nov/2026:02:49:30 +0000] \"GET /api/v1/orders HTTP/1.1\" 200 5316 0.012\n")
	batch := bytes.Repeat(line, 64<<10/len(line))
	r.Every(func() { out.Write(batch) })
}
