package gateway

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"example.com/harness"
)

// Account is an amount with a lock.
type Account struct {
	mu     sync.Mutex
	amount int
}

// Transfer moves an amount from one account to another.
func Transfer(from, to *Account, amount int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	from.amount -= amount
	journal()
	to.mu.Lock()
	defer to.mu.Unlock()
	to.amount += amount
}

func journal() { time.Sleep(2 * time.Millisecond) }

// MutexDeadlock serves transfers in both directions between two accounts. Soon two of them wait for each
// other, and everybody after them.
func MutexDeadlock(r *harness.Run) {
	var cash, bank Account
	r.Handle("/deposit", func(w http.ResponseWriter, _ *http.Request) {
		Transfer(&cash, &bank, 1)
		fmt.Fprintln(w, "deposited")
	})
	r.Handle("/withdraw", func(w http.ResponseWriter, _ *http.Request) {
		Transfer(&bank, &cash, 1)
		fmt.Fprintln(w, "withdrawn")
	})
	get := r.StartClient()
	for range 10 {
		get("/deposit")
		get("/withdraw")
	}
	n := 0
	r.Every(func() {
		n++
		get([]string{"/deposit", "/withdraw"}[n%2])
	})
}
