// Package web serves pages.
package web

import (
	"fmt"
	"net/http"
	"regexp"
	"sync"

	"example.com/harness"
)

// Filters are the compiled patterns of users.
type Filters struct {
	mu       sync.Mutex
	compiled map[string]*regexp.Regexp
}

// Match says whether the text is what the user looks for.
func (f *Filters) Match(user, text string) bool {
	pattern := `(?i)\b` + regexp.QuoteMeta(user) + `\b.*(order|invoice|ticket)[-_ ]?\d{4,8}`
	f.mu.Lock()
	defer f.mu.Unlock()
	re, ok := f.compiled[pattern]
	if !ok {
		re = regexp.MustCompile(pattern)
		f.compiled[pattern] = re
	}
	return re.MatchString(text)
}

// RegexpKept compiles a pattern for each user and keeps it for ever.
func RegexpKept(r *harness.Run) {
	f := &Filters{compiled: map[string]*regexp.Regexp{}}
	r.Handle("/search", func(w http.ResponseWriter, req *http.Request) {
		fmt.Fprintln(w, f.Match(req.URL.RawQuery, "Order 12345 of "+req.URL.RawQuery))
	})
	get := r.StartClient()
	n := 0
	r.Every(func() {
		n++
		get(fmt.Sprintf("/search?user-%08d", n))
	})
}
