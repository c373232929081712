package orders

import (
	"errors"
	"sync"
	"time"

	"example.com/harness"
)

// Settle pays the invoices and returns when all are paid or after a while.
func Settle(invoices []int) error {
	var wg sync.WaitGroup
	for _, invoice := range invoices {
		wg.Add(1)
		go func() {
			if err := pay(invoice); err != nil {
				return
			}
			wg.Done()
		}()
	}
	paid := make(chan struct{})
	go func() {
		wg.Wait()
		close(paid)
	}()
	select {
	case <-paid:
		return nil
	case <-time.After(5 * time.Millisecond):
		return errors.New("some invoices are still open")
	}
}

func pay(invoice int) error {
	if invoice == 0 {
		return errors.New("no such invoice")
	}
	return nil
}

// WaitgroupMissedDone settles invoices, one of which fails. Its Done is skipped, so the wait never ends.
func WaitgroupMissedDone(r *harness.Run) {
	r.Every(func() { Settle([]int{17, 0, 23}) })
}
