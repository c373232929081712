package report

import (
	"bytes"

	"example.com/harness"
)

// Mixer keeps 30 MB of samples and mixes them.
type Mixer struct {
	tracks [][]byte
}

// NewMixer loads the samples.
func NewMixer() *Mixer {
	m := &Mixer{}
	for track := range 30 {
		m.tracks = append(m.tracks, bytes.Repeat([]byte{byte(track)}, 1<<20))
	}
	return m
}

// Mix makes 1 MB from some of them, in blocks of 4 KB.
func (m *Mixer) Mix(frame int) (blocks [][]byte) {
	for block := range 256 {
		out := make([]byte, 4<<10)
		copy(out, m.tracks[(frame+block)%len(m.tracks)][block<<12:])
		blocks = append(blocks, out)
	}
	return blocks
}

// Churn allocates 1 MB an event and keeps none of it, beside 30 MB that live: no leak, but work for the
// collector.
func Churn(r *harness.Run) {
	m := NewMixer()
	frame := 0
	r.Every(func() {
		frame++
		m.Mix(frame)
	})
}
