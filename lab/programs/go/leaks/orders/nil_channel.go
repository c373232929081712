package orders

import (
	"fmt"
	"sync"

	"example.com/harness"
)

// Tariffs are the prices of a tenant, which change from time to time.
type Tariffs struct {
	tenant  string
	updates chan map[string]int
	mu      sync.Mutex
	prices  map[string]int
}

// NewTariffs starts to follow the prices of a tenant.
func NewTariffs(tenant string) *Tariffs {
	t := &Tariffs{tenant: tenant, prices: map[string]int{"standard": 995}}
	go t.follow()
	return t
}

func (t *Tariffs) follow() {
	prices := <-t.updates
	t.mu.Lock()
	t.prices = prices
	t.mu.Unlock()
}

// Price returns a price.
func (t *Tariffs) Price(article string) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.prices[article]
}

// NilChannel follows the prices of ten tenants over channels that nobody has made. The ten goroutines wait
// for ever. There are never more of them, and yet each is a bug.
func NilChannel(r *harness.Run) {
	tenants := make([]*Tariffs, 10)
	for i := range tenants {
		tenants[i] = NewTariffs(fmt.Sprintf("tenant-%d", i))
	}
	n := 0
	r.Every(func() {
		n++
		tenants[n%len(tenants)].Price("standard")
	})
}
