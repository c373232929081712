package users

import (
	"sync"
	"time"

	"example.com/harness"
)

type profile [120]byte

// Cache has the profiles of those who are online.
type Cache struct {
	mu       sync.Mutex
	profiles map[int]profile
}

// Put adds a profile.
func (c *Cache) Put(id int, p profile) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.profiles[id] = p
}

// Drop removes a profile.
func (c *Cache) Drop(id int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.profiles, id)
}

// MapEmptied had 400,000 profiles at once, for 3 s, and has a few hundred since. The map keeps the room for
// all of them.
func MapEmptied(r *harness.Run) {
	const peak = 400_000
	c := &Cache{profiles: map[int]profile{}}
	for id := range peak {
		c.Put(id, profile{byte(id)})
	}
	r.Wait(3 * time.Second)
	for id := range peak {
		c.Drop(id)
	}
	n := peak
	r.Every(func() {
		n++
		c.Put(n, profile{1})
		c.Drop(n - 200)
	})
}
