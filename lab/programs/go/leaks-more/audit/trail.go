// Package audit writes down who has done what.
package audit

import (
	"fmt"
	"io"
	"net/http"
	"time"

	"example.com/harness"
	"github.com/go-chi/chi/v5"
)

type actor struct {
	ID    int
	Name  string
	Roles []string
}

type entry struct {
	At      time.Time
	Who     actor
	Action  string
	Changes map[string]any
}

func describe(e entry) string {
	return fmt.Sprintf("%s %+v did %q: %v", e.At.Format(time.RFC3339Nano), e.Who, e.Action, e.Changes)
}

// trail writes the last 200 entries of an account.
func trail(w http.ResponseWriter, req *http.Request) {
	who := actor{42, chi.URLParam(req, "name"), []string{"admin", "billing", "support"}}
	for i := range 200 {
		line := describe(entry{
			At: time.Unix(1700000000+int64(i), 0), Who: who, Action: fmt.Sprintf("edit-%d", i),
			Changes: map[string]any{"plan": "gold", "seats": i, "discount": 0.25, "since": i * 86400},
		})
		io.WriteString(w, fmt.Sprintln(line))
	}
}

// SprintfTrail formats 200 lines for each request with the verbs of fmt, where an appended line would do.
func SprintfTrail(r *harness.Run) {
	router := chi.NewRouter()
	router.Get("/audit/{name}", trail)
	r.Handle("/audit/", router.ServeHTTP)
	get := r.StartClient()
	r.Every(func() { get("/audit/ada") })
}
