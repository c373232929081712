package orders

import (
	"context"
	"errors"

	"example.com/harness"
	"golang.org/x/sync/errgroup"
)

// Enrich looks up an order in three systems at once and returns what was found first.
func Enrich(ctx context.Context, order int) (string, error) {
	found := make(chan string)
	g, _ := errgroup.WithContext(ctx)
	for _, system := range []string{"stock", "billing", "shipping"} {
		g.Go(func() error {
			status, err := ask(system, order)
			if err != nil {
				return err
			}
			found <- status
			return nil
		})
	}
	failed := make(chan error, 1)
	go func() { failed <- g.Wait() }()
	select {
	case status := <-found:
		return status, nil
	case err := <-failed:
		return "", err
	}
}

func ask(system string, order int) (string, error) {
	if order < 0 {
		return "", errors.New("no such order")
	}
	return system + ": ready", nil
}

// ErrgroupBlocked takes the first of three answers. The other two members of the group can't hand over
// theirs, and the goroutine that waits for the group waits with them.
func ErrgroupBlocked(r *harness.Run) {
	n := 0
	r.Every(func() {
		n++
		Enrich(r.Context, n)
	})
}
