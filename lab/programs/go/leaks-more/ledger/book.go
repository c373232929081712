// Package ledger knows all accounts.
package ledger

import "example.com/harness"

type account struct {
	id      int64
	balance int64
	history [62]int64
}

// Book has the accounts.
type Book struct {
	accounts map[int64]*account
}

// Open reads that many accounts of 512 bytes.
func Open(accounts int) *Book {
	b := &Book{accounts: make(map[int64]*account, accounts)}
	for id := range int64(accounts) {
		b.accounts[id] = &account{id: id, balance: id * 100}
	}
	return b
}

// Statement copies the history of 32 accounts.
func (b *Book) Statement(first int64) []account {
	statement := make([]account, 0, 32)
	for id := first; id < first+32; id++ {
		statement = append(statement, *b.accounts[id%int64(len(b.accounts))])
	}
	return statement
}

// LimitOverContainer keeps 110 MB alive in a container of 256 MB, with GOGC=150 and GOMEMLIMIT=2GiB: the next
// collection is due at 280 MB, and the limit that should come before it is beyond the container.
func LimitOverContainer(r *harness.Run) {
	b := Open(200_000)
	first := int64(0)
	r.Every(func() {
		first += 32
		b.Statement(first)
	})
}
