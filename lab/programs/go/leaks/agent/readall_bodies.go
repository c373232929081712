package agent

import (
	"fmt"
	"io"
	"net/http"
	"time"

	"example.com/harness"
)

// Scraper fetches the metrics of targets.
type Scraper struct {
	client *http.Client
}

// Scrape returns how many samples the target has.
func (s *Scraper) Scrape(url string) (int, error) {
	resp, err := s.client.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	return countLines(body), nil
}

func countLines(body []byte) int {
	n := 0
	for _, b := range body {
		if b == '\n' {
			n++
		}
	}
	return n
}

// ReadallBodies reads bodies of 1 to 100 MB as a whole. The memory rises with each and falls again.
func ReadallBodies(r *harness.Run) {
	server := r.StartPeer("bodies")
	s := &Scraper{client: &http.Client{Timeout: 30 * time.Second}}
	sizes := []int{1, 2, 100, 4, 30, 8, 1, 15, 60, 3} // MB
	n := 0
	r.Every(func() {
		n++
		if _, err := s.Scrape(fmt.Sprintf("http://%s/metrics?mb=%d", server, sizes[n%len(sizes)])); err != nil {
			r.Log(err)
		}
	})
}
