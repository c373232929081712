package chat

import (
	"fmt"
	"net/http"
	"time"

	"example.com/harness"
	"github.com/go-chi/chi/v5"
)

// stream sends a viewer what is said, as server-sent events, until the viewer leaves.
func stream(w http.ResponseWriter, req *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	pulse := time.NewTicker(time.Second)
	defer pulse.Stop()
	for n := 0; ; n++ {
		fmt.Fprintf(w, "id: %d\ndata: %s is quiet\n\n", n, chi.URLParam(req, "room"))
		if out.Flush() != nil {
			return
		}
		select {
		case <-pulse.C:
		case <-req.Context().Done():
			return
		}
	}
}

// SseTurnover has viewers who stay for 15 s. As many come as leave: healthy.
func SseTurnover(r *harness.Run) {
	router := chi.NewRouter()
	router.Get("/rooms/{room}/events", stream)
	r.Handle("/rooms/", router.ServeHTTP)
	_, viewers := r.StartPeerWithInput("viewers")
	n := 0
	r.Every(func() {
		n++
		fmt.Fprintln(viewers, r.URL("http", fmt.Sprintf("/rooms/%d/events", n%50)))
	})
}
