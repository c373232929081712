package users

import (
	"fmt"
	"sync"

	"example.com/harness"
)

// Seen remembers messages so that each is handled once.
type Seen struct {
	ids sync.Map
}

// First says whether the message is new.
func (s *Seen) First(id string) bool {
	_, loaded := s.ids.LoadOrStore(id, struct{}{})
	return !loaded
}

// SeenSet remembers the id of every message for ever.
func SeenSet(r *harness.Run) {
	var seen Seen
	r.Every(func() { seen.First(fmt.Sprintf("%016x-%016x", r.Rand.Uint64(), r.Rand.Uint64())) })
}
