// Package edge stands before all other services.
package edge

import (
	"net/netip"
	"sync"
	"time"

	"example.com/harness"
	"golang.org/x/time/rate"
)

type visitor struct {
	limit *rate.Limiter
	seen  time.Time
}

// Limits says how much each address may ask.
type Limits struct {
	mu       sync.Mutex
	visitors map[netip.Addr]*visitor
}

func (l *Limits) allow(addr netip.Addr, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	v := l.visitors[addr]
	if v == nil {
		v = &visitor{limit: rate.NewLimiter(5, 10)}
		l.visitors[addr] = v
	}
	v.seen = now
	return v.limit.AllowN(now, 1)
}

// forget drops those who haven't been seen for that long.
func (l *Limits) forget(idle time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for addr, v := range l.visitors {
		if time.Since(v.seen) > idle {
			delete(l.visitors, addr)
		}
	}
}

// LimiterJanitor sees a new address with each event. Every 5 s a janitor forgets who hasn't come for 15 s: healthy.
func LimiterJanitor(r *harness.Run) {
	l := &Limits{visitors: map[netip.Addr]*visitor{}}
	go func() {
		for r.Wait(5 * time.Second) {
			l.forget(15 * time.Second)
		}
	}()
	var n uint32
	r.Every(func() {
		n++
		l.allow(netip.AddrFrom4([4]byte{10, byte(n >> 16), byte(n >> 8), byte(n)}), time.Now())
	})
}
