package report

import (
	"encoding/json"
	"fmt"
	"net/http"

	"example.com/harness"
)

// position is one of an order.
type position struct {
	Article string
	Pieces  int
	Price   float64
}

// serveOrder sends an order of 50 positions.
func serveOrder(w http.ResponseWriter, _ *http.Request) {
	var order []position
	for i := range 50 {
		order = append(order, position{fmt.Sprintf("article %d", i), i, 9.95})
	}
	json.NewEncoder(w).Encode(order)
}

// SteadyChurn does what services do, with moderate garbage: healthy.
func SteadyChurn(r *harness.Run) {
	r.Handle("/order", serveOrder)
	get := r.StartClient()
	r.Every(func() { get("/order") })
}
