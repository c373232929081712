package orders

import (
	"fmt"
	"strings"

	"example.com/harness"
)

// Outbox takes letters in bursts and sends them steadily.
type Outbox struct {
	letters chan string
}

// Add puts a letter in, or fails if the outbox is full.
func (o *Outbox) Add(order int) error {
	select {
	case o.letters <- strings.Repeat(fmt.Sprintf("Dear customer, your order %09d. ", order), 60):
		return nil
	default:
		return fmt.Errorf("order %d: the outbox is full", order)
	}
}

// SendOne sends the oldest letter, if there is one.
func (o *Outbox) SendOne() {
	select {
	case text := <-o.letters:
		send(text)
	default:
	}
}

// QueueBursts queues 10 s of letters at once and sends them until the next burst: healthy.
func QueueBursts(r *harness.Run) {
	outbox := &Outbox{letters: make(chan string, 20_000)}
	burst := int(10 * r.Rate)
	n := 0
	r.Every(func() {
		if n%burst == 0 {
			for i := range burst {
				outbox.Add(n + i)
			}
		}
		n++
		outbox.SendOne()
	})
}
