package util

import (
	"bytes"
	"fmt"
	"path/filepath"

	"example.com/harness"
	"gopkg.in/natefinch/lumberjack.v2"
)

// Tracer writes the steps of one request.
type Tracer struct {
	steps *lumberjack.Logger
}

// NewTracer opens the trace log.
func NewTracer(dir string) *Tracer {
	return &Tracer{steps: &lumberjack.Logger{Filename: filepath.Join(dir, "trace.log"), MaxSize: 100, MaxBackups: 3}}
}

// Step writes one step.
func (t *Tracer) Step(request int, name string) error {
	_, err := fmt.Fprintf(t.steps, "request=%d step=%s\n", request, name)
	return err
}

// LumberjackAndLog makes a rotator for each event, and writes 256 KB to the access log besides. Two things
// are true: goroutines and files leak, and most of what the container shows is page cache.
func LumberjackAndLog(r *harness.Run) {
	dir := r.TempDir()
	access := OpenAccessLog(dir)
	batch := bytes.Repeat([]byte("GET /api/v1/orders 200 5316 0.012\n"), 256<<10/34)
	n := 0
	r.Every(func() {
		n++
		NewTracer(dir).Step(n, "accepted")
		access.Write(batch)
	})
}
