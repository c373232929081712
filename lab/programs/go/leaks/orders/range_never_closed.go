package orders

import (
	"fmt"
	"hash/fnv"

	"example.com/harness"
)

// Export writes orders line by line to a digest that works beside it.
func Export(ids []int) {
	lines := make(chan string)
	go digest(lines)
	for _, id := range ids {
		lines <- fmt.Sprintf("order;%d\n", id)
	}
}

func digest(lines <-chan string) uint64 {
	h := fnv.New64a()
	for line := range lines {
		h.Write([]byte(line))
	}
	return h.Sum64()
}

// RangeNeverClosed exports orders. The channel is never closed, so the digest waits for ever.
func RangeNeverClosed(r *harness.Run) {
	ids := []int{1001, 1002, 1003}
	r.Every(func() { Export(ids) })
}
