// Package ingest takes in measurements.
package ingest

import (
	"os"
	"path/filepath"

	"example.com/harness"
)

// Segment is a log that is written when it has 24 MB.
type Segment struct {
	path    string
	records [][]byte
	bytes   int
}

// Append adds a record.
func (s *Segment) Append(record []byte) error {
	s.records = append(s.records, record)
	s.bytes += len(record)
	if s.bytes < 24<<20 {
		return nil
	}
	return s.flush()
}

func (s *Segment) flush() error {
	f, err := os.Create(s.path)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, record := range s.records {
		if _, err := f.Write(record); err != nil {
			return err
		}
	}
	s.records, s.bytes = nil, 0
	return nil
}

// SegmentFlush appends to a segment that is flushed whenever it is full: a saw-tooth, and healthy.
func SegmentFlush(r *harness.Run) {
	s := &Segment{path: filepath.Join(r.TempDir(), "segment")}
	n := 0
	r.Every(func() {
		n++
		record := make([]byte, 4<<10)
		record[0] = byte(n)
		if err := s.Append(record); err != nil {
			r.Log(err)
		}
	})
}
