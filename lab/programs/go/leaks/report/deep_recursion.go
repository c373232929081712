package report

import (
	"fmt"
	"net/http"
	"time"

	"example.com/harness"
)

// cell of a sheet that refers to the cell above it.
type cell struct {
	above *cell
	value int
}

// evaluate adds up a column from below.
func evaluate(c *cell) int {
	if c.above == nil {
		time.Sleep(1500 * time.Millisecond) // the rate of the day, from another system
		return c.value
	}
	return c.value + evaluate(c.above)
}

// DeepRecursion evaluates columns of 40,000 cells, each a call deeper than the last. A request takes 4 MB of
// stack and waits with it.
func DeepRecursion(r *harness.Run) {
	var column *cell
	for row := range 40_000 {
		column = &cell{above: column, value: row}
	}
	r.Handle("/sum", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, evaluate(column)) })
	get := r.StartClient()
	r.Every(func() { get("/sum") })
}
