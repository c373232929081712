package orders

import (
	"fmt"
	"strings"

	"example.com/harness"
)

// Dispatcher hands letters to a worker through a queue.
type Dispatcher struct {
	queue   chan *letter
	accepts <-chan struct{}
}

type letter struct {
	text string
}

// NewDispatcher starts a worker that sends a letter whenever the mail server accepts one.
func NewDispatcher(accepts <-chan struct{}) *Dispatcher {
	d := &Dispatcher{queue: make(chan *letter, 1_000_000), accepts: accepts}
	go d.work()
	return d
}

// Submit adds a letter to the queue.
func (d *Dispatcher) Submit(order int) {
	d.queue <- &letter{text: strings.Repeat(fmt.Sprintf("Dear customer, your order %09d. ", order), 60)}
}

func (d *Dispatcher) work() {
	for range d.accepts {
		send((<-d.queue).text)
	}
}

func send(text string) int { return len(text) }

// QueueBacklog queues letters of 2 KB for a mail server that accepts 6 of 10. The queue is so large that
// nobody notices for a long time.
func QueueBacklog(r *harness.Run) {
	accepts := make(chan struct{}, 64)
	d := NewDispatcher(accepts)
	n := 0
	r.Every(func() {
		d.Submit(n)
		if n%10 < 6 {
			accepts <- struct{}{}
		}
		n++
	})
}
