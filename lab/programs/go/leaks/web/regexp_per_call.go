package web

import (
	"fmt"
	"net/http"
	"regexp"

	"example.com/harness"
)

// validTicket says whether the text is the number of a ticket.
func validTicket(text string) bool {
	for _, pattern := range []string{`^[A-Z]{2,4}-\d{1,7}$`, `^(INC|REQ|CHG)\d{7,10}$`, `^#?\d{4,8}(\.\d+)*$`} {
		if regexp.MustCompile(pattern).MatchString(text) {
			return true
		}
	}
	return false
}

// RegexpPerCall compiles three patterns for each request: garbage, and time, that package variables save.
func RegexpPerCall(r *harness.Run) {
	r.Handle("/ticket", func(w http.ResponseWriter, req *http.Request) {
		fmt.Fprintln(w, validTicket(req.URL.RawQuery))
	})
	get := r.StartClient()
	n := 0
	r.Every(func() {
		n++
		get(fmt.Sprintf("/ticket?ABC-%d", n))
	})
}
