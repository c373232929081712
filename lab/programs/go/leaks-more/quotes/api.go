// Package quotes answers what insurances cost.
package quotes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"

	"example.com/harness"
	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// quote decodes the wishes of a customer without knowing their form, adds prices, and encodes it all.
func quote(w http.ResponseWriter, req *http.Request) {
	var wishes map[string]any
	if err := json.NewDecoder(bytes.NewReader(sample)).Decode(&wishes); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	total := 0.0
	for _, item := range wishes["items"].([]any) {
		item := item.(map[string]any)
		item["price"] = item["sum"].(float64) * 0.013
		total += item["price"].(float64)
	}
	wishes["id"], wishes["total"] = chi.URLParam(req, "id"), total
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(wishes)
}

var sample = func() []byte {
	var items []map[string]any
	for i := range 20 {
		items = append(items, map[string]any{"name": fmt.Sprint("house ", i), "sum": 1000 * i, "tags": []string{"fire", "water"}})
	}
	b, _ := json.Marshal(map[string]any{"customer": "Ada", "items": items})
	return b
}()

// JSONService has little in memory and makes some MB/s of garbage, so it collects often: healthy.
func JSONService(r *harness.Run) {
	router := chi.NewRouter()
	router.Use(middleware.RequestID, middleware.Recoverer)
	router.Get("/quotes/{id}", quote)
	r.Handle("/quotes/", router.ServeHTTP)
	get := r.StartClient()
	n := 0
	r.Every(func() {
		n++
		get(fmt.Sprintf("/quotes/%d", n))
	})
}
