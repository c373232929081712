package dummy

import "example.com/harness"

// Recorder keeps what was received.
type Recorder struct {
	buf []byte
}

// Receive adds one message.
func (r *Recorder) Receive(message []byte) {
	r.buf = append(r.buf, message...)
}

// AppendOnly appends 128 KB an event to one slice and never takes anything out.
func AppendOnly(r *harness.Run) {
	var recorder Recorder
	message := make([]byte, 128<<10)
	r.Every(func() { recorder.Receive(message) })
}
