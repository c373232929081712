package util

import (
	"fmt"
	"io"
	"path/filepath"

	"example.com/harness"
	"gopkg.in/natefinch/lumberjack.v2"
)

// EventLog is the one log of the events of a process.
type EventLog struct {
	out io.Writer
}

// NewEventLog opens the log.
func NewEventLog(dir string) *EventLog {
	return &EventLog{out: &lumberjack.Logger{Filename: filepath.Join(dir, "events.log"), MaxSize: 100, MaxBackups: 3}}
}

// Append writes one line.
func (l *EventLog) Append(event string) error {
	_, err := fmt.Fprintln(l.out, event)
	return err
}

// LumberjackShared writes every event through one rotator. One goroutine and one file: nothing leaks.
func LumberjackShared(r *harness.Run) {
	events := NewEventLog(r.TempDir())
	n := 0
	r.Every(func() {
		n++
		events.Append(fmt.Sprintf("order %d accepted", n))
	})
}
