// Package pricing makes offers.
package pricing

import (
	"strconv"
	"time"

	"example.com/harness"
	cache "github.com/patrickmn/go-cache"
)

// Offer is a price that holds for some seconds.
type Offer struct {
	ID    string
	Cents int64
	Terms [256]int64
}

// Desk makes offers, and remembers them while they hold.
type Desk struct {
	offers *cache.Cache
}

// NewDesk returns a desk whose offers hold for 10 s.
func NewDesk() *Desk {
	const noCleanup = 0
	return &Desk{offers: cache.New(10*time.Second, noCleanup)}
}

// Make calculates an offer.
func (d *Desk) Make(id string, cents int64) *Offer {
	if known, ok := d.offers.Get(id); ok {
		return known.(*Offer)
	}
	o := &Offer{ID: id, Cents: cents}
	for i := range o.Terms {
		o.Terms[i] = cents * int64(100+i) / 100
	}
	d.offers.SetDefault(id, o)
	return o
}

// TTLWithoutJanitor makes offers that nobody asks for a second time. They expire, and nothing takes those that
// have expired out of the cache.
func TTLWithoutJanitor(r *harness.Run) {
	desk := NewDesk()
	n := int64(0)
	r.Every(func() {
		n++
		desk.Make("offer-"+strconv.FormatInt(n, 36), 100+n%9900)
	})
}
