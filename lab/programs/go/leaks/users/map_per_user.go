// Package users knows who uses a service, and how much.
package users

import (
	"fmt"
	"sync"

	"example.com/harness"
	"golang.org/x/time/rate"
)

// Limiter allows each user some requests a second.
type Limiter struct {
	mu     sync.Mutex
	byUser map[string]*rate.Limiter
}

// Allow says whether the user may go on.
func (l *Limiter) Allow(user string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	limiter, ok := l.byUser[user]
	if !ok {
		limiter = rate.NewLimiter(10, 20)
		l.byUser[user] = limiter
	}
	return limiter.Allow()
}

// MapPerUser sees a new user with each event and keeps a limiter for all of them for ever.
func MapPerUser(r *harness.Run) {
	l := &Limiter{byUser: map[string]*rate.Limiter{}}
	n := 0
	r.Every(func() {
		n++
		l.Allow(fmt.Sprintf("user-%016x", n*0x9e3779b9))
	})
}
