package gateway

import (
	"bytes"
	"sync/atomic"
	"time"

	"example.com/harness"
)

// Rules are what a configuration says.
type Rules struct {
	sets [][]byte
}

// LoadRules reads that many sets of 64 KB.
func LoadRules(sets int) *Rules {
	rules := &Rules{}
	for range sets {
		rules.sets = append(rules.sets, bytes.Repeat([]byte("allow 10.0.0.0/8\n"), 64<<10/17))
	}
	return rules
}

// ConfigStep works with 40 MB of rules and gets a configuration with 30 % more after 30 s: a step, and
// healthy.
func ConfigStep(r *harness.Run) {
	var current atomic.Pointer[Rules]
	current.Store(LoadRules(640))
	go func() {
		if r.Wait(30 * time.Second) {
			current.Store(LoadRules(832))
		}
	}()
	n := 0
	r.Every(func() {
		n++
		rules := current.Load()
		bytes.Count(rules.sets[n%len(rules.sets)][:4096], []byte("allow"))
	})
}
