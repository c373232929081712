// Package util writes events of an application to log files.
package util

import (
	"fmt"
	"path/filepath"
	"time"

	"example.com/harness"
	"gopkg.in/natefinch/lumberjack.v2"
)

// Pusher appends events to a file that is rotated.
type Pusher struct {
	out *lumberjack.Logger
}

// NewPusher opens the log of the pushed events.
func NewPusher(dir string) *Pusher {
	return &Pusher{out: &lumberjack.Logger{
		Filename:   filepath.Join(dir, "pusher.log"),
		MaxSize:    100, // MB
		MaxBackups: 3,
	}}
}

// Push writes one line.
func (p *Pusher) Push(event string) error {
	_, err := fmt.Fprintf(p.out, "%s %s\n", time.Now().Format(time.RFC3339Nano), event)
	return err
}

// LumberjackPerCall makes a Pusher for each event. The rotator inside starts a goroutine that nothing
// can end, and that goroutine keeps the rotator and its open file.
func LumberjackPerCall(r *harness.Run) {
	dir := r.TempDir()
	n := 0
	r.Every(func() {
		n++
		NewPusher(dir).Push(fmt.Sprintf("order %d accepted", n))
	})
}
