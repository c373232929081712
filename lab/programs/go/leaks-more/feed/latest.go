// Package feed shows what is new.
package feed

import (
	"bytes"
	"net/http"
	"sync/atomic"

	"example.com/harness"
)

// Feed has the articles of a day, 20 MB.
type Feed struct {
	articles [][]byte
}

// Fill writes articles of 10 KB.
func (f *Feed) Fill(articles int) {
	for i := range articles {
		f.articles = append(f.articles, bytes.Repeat([]byte{'a' + byte(i%26)}, 10<<10))
	}
}

// Page joins six articles to a page.
func (f *Feed) Page(first int) []byte {
	var page []byte
	for i := range 6 {
		page = append(page, f.articles[(first+i)%len(f.articles)]...)
	}
	return page
}

// CollectorOff runs with GOGC=off and GOMEMLIMIT=8GiB in a container of 1 GiB: all garbage stays until the
// container ends.
func CollectorOff(r *harness.Run) {
	f := &Feed{}
	f.Fill(2000)
	var asked atomic.Int64
	r.Handle("/feed", func(w http.ResponseWriter, _ *http.Request) {
		w.Write(f.Page(6 * int(asked.Add(1))))
	})
	get := r.StartClient()
	r.Every(func() { get("/feed") })
}
