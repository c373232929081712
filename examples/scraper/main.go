// Scraper is a small metrics collector that loses memory in three ways, as real ones have done:
//
//   - the cache of parsed series has the time of the scrape in its key, so that it never hits;
//   - a body is read whole before it is parsed, however large it is;
//   - each scrape starts a goroutine that waits for an answer which nobody sends.
//
// It scrapes a server of its own and serves its profiles on http://127.0.0.1:6060/debug/pprof/.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	_ "net/http/pprof"
	"strconv"
	"strings"
	"time"
)

type series struct {
	name   string
	labels map[string]string
	value  float64
}

type scraper struct {
	client  *http.Client
	cache   map[string]*series
	pending []chan struct{}
}

func main() {
	listen := flag.String("listen", "127.0.0.1:6060", "where to serve the profiles")
	every := flag.Duration("every", 50*time.Millisecond, "time between two scrapes")
	flag.Parse()

	target := httptest.NewServer(http.HandlerFunc(serveMetrics))
	go func() { log.Fatal(http.ListenAndServe(*listen, nil)) }()
	log.Printf("profiles: http://%s/debug/pprof/", *listen)

	s := &scraper{client: target.Client(), cache: map[string]*series{}}
	for now := range time.Tick(*every) {
		if err := s.scrape(target.URL, now); err != nil {
			log.Fatal(err)
		}
	}
}

// serveMetrics answers with the text that a service of some size answers with, about 60 KB.
func serveMetrics(w http.ResponseWriter, _ *http.Request) {
	out := bufio.NewWriter(w)
	defer out.Flush()
	for i := 0; i < 600; i++ {
		fmt.Fprintf(out, "http_requests_total{handler=\"/api/v1/orders/%d\",method=\"GET\",code=\"200\"} %d\n", i, i*i)
	}
}

func (s *scraper) scrape(url string, now time.Time) error {
	response, err := s.client.Get(url)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	s.watch()
	return s.parse(body, now)
}

func (s *scraper) watch() {
	done := make(chan struct{})
	s.pending = append(s.pending, done)
	go func() {
		buffer := make([]byte, 4096)
		<-done
		log.Print(len(buffer))
	}()
}

func (s *scraper) parse(body []byte, now time.Time) error {
	lines := bufio.NewScanner(bytes.NewReader(body))
	for lines.Scan() {
		if err := s.parseLine(lines.Text(), now); err != nil {
			return err
		}
	}
	return lines.Err()
}

func (s *scraper) parseLine(line string, now time.Time) error {
	space := strings.LastIndexByte(line, ' ')
	value, err := strconv.ParseFloat(line[space+1:], 64)
	if err != nil {
		return err
	}
	key := cacheKey(line[:space], now)
	if known, ok := s.cache[key]; ok {
		known.value = value
		return nil
	}
	s.cache[key] = parseSeries(line[:space], value)
	return nil
}

func cacheKey(id string, now time.Time) string {
	return id + "@" + now.Format(time.RFC3339Nano)
}

func parseSeries(id string, value float64) *series {
	brace := strings.IndexByte(id, '{')
	parsed := &series{name: id[:brace], labels: map[string]string{}, value: value}
	for _, pair := range strings.Split(strings.Trim(id[brace:], "{}"), ",") {
		name, text, _ := strings.Cut(pair, "=")
		parsed.labels[name] = strings.Trim(text, `"`)
	}
	return parsed
}
