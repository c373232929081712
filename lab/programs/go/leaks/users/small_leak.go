package users

import (
	"fmt"

	"example.com/harness"
)

// Visit is one visit of a user, 256 bytes.
type Visit struct {
	previous *Visit
	page     [248]byte
}

// History has all visits, the last one first.
type History struct {
	last *Visit
}

// Record adds a visit.
func (h *History) Record(page string) {
	v := &Visit{previous: h.last}
	copy(v.page[:], page)
	h.last = v
}

// SmallLeak keeps 256 bytes of each event: little, but for ever.
func SmallLeak(r *harness.Run) {
	var h History
	n := 0
	r.Every(func() {
		n++
		h.Record(fmt.Sprintf("/page/%d", n))
	})
}
