package gateway

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"example.com/harness"
)

// Routes is a table that is filled while the server already works.
type Routes struct {
	mu    sync.RWMutex
	table map[int]string
}

// Load fills the table, 1 MB a second for 40 s.
func (t *Routes) Load(r *harness.Run) {
	for id := 0; id < 40_000 && r.Wait(10*time.Millisecond); {
		t.mu.Lock()
		for range 10 {
			t.table[id] = strings.Repeat(fmt.Sprintf("/api/v%05d/", id), 82)
			id++
		}
		t.mu.Unlock()
	}
}

// Find returns a route.
func (t *Routes) Find(id int) string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.table[id]
}

// WarmUp serves look-ups while the table of 40 MB loads for the first 40 s: healthy.
func WarmUp(r *harness.Run) {
	t := &Routes{table: map[int]string{}}
	go t.Load(r)
	n := 0
	r.Every(func() {
		n++
		t.Find(n % 40_000)
	})
}
