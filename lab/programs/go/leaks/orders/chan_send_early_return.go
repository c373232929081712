// Package orders prices, enriches and settles orders.
package orders

import (
	"errors"
	"time"

	"example.com/harness"
)

// Quoter asks a supplier for prices.
type Quoter struct {
	patience time.Duration
	asked    int
}

// Quote returns the price of an article, or an error if the supplier takes too long.
func (q *Quoter) Quote(article string) (int, error) {
	q.asked++
	slow := q.asked%4 == 0
	answer := make(chan int)
	go func() { answer <- askSupplier(article, slow) }()
	select {
	case price := <-answer:
		return price, nil
	case <-time.After(q.patience):
		return 0, errors.New("the supplier takes too long")
	}
}

// askSupplier is slow for one question in four.
func askSupplier(article string, slow bool) int {
	if slow {
		time.Sleep(20 * time.Millisecond)
	}
	return len(article) * 100
}

// ChanSendEarlyReturn asks for prices. Where the answer comes too late nobody receives it any more, and
// the goroutine that has it waits for ever.
func ChanSendEarlyReturn(r *harness.Run) {
	q := &Quoter{patience: 10 * time.Millisecond}
	r.Every(func() { q.Quote("M8x40 A2") })
}
