// Package mail sends mail.
package mail

import (
	"bytes"
	"context"
	"fmt"

	"example.com/harness"
)

type letterKey struct{}

// Letter is one mail.
type Letter struct {
	To   string
	Body []byte
}

// Worker sends letters, one after the other.
type Worker struct {
	ctx  context.Context
	sent int
}

// Handle sends a letter. What it calls finds the letter in the context.
func (w *Worker) Handle(l *Letter) {
	w.ctx = context.WithValue(w.ctx, letterKey{}, l)
	w.send(w.ctx)
}

func (w *Worker) send(ctx context.Context) {
	l := ctx.Value(letterKey{}).(*Letter)
	w.sent += len(l.Body)
}

func receive(n int) *Letter {
	return &Letter{To: fmt.Sprintf("user-%d@shop.example", n), Body: bytes.Repeat([]byte("Hello. "), 570)}
}

// ContextChain derives the context for each letter from that of the last one, so it keeps all of them.
func ContextChain(r *harness.Run) {
	w := &Worker{ctx: r.Context}
	n := 0
	r.Every(func() {
		n++
		w.Handle(receive(n))
	})
}
