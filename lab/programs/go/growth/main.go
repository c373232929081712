// Growth allocates in seven ways of which the truth is known, and writes what a diagnosis would fetch: every five
// seconds a heap profile right after a collection, the goroutines, and the exact counters of all sizes of objects.
//
//	go run . DIRECTORY
package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"time"
)

const (
	tick   = 50 * time.Millisecond
	length = 60 * time.Second
	every  = 5 * time.Second
)

var (
	leaked1M, leaked100K, leaked20K [][]byte
	cache                           = map[int][]byte{}
	ring                            [1500][]byte
	warm                            [][]byte
	sessions                        [][]byte
	sink                            []byte
)

//go:noinline
func leak1M() { leaked1M = append(leaked1M, make([]byte, 1024)) }

//go:noinline
func leak100K() { leaked100K = append(leaked100K, make([]byte, 512)) }

//go:noinline
func leak20K() { leaked20K = append(leaked20K, make([]byte, 256)) }

// fillCache keeps 16,000 entries of 4 KiB, which are there after 30 s, and replaces them then.
//
//go:noinline
func fillCache(i int) { cache[i%16000] = make([]byte, 4096) }

// churn allocates 20 MB/s and holds 6 MB of it.
//
//go:noinline
func churn(i int) { ring[i%len(ring)] = make([]byte, 4000) }

// warmUp keeps 1 MB/s for the first 20 s.
//
//go:noinline
func warmUp() { warm = append(warm, make([]byte, 1500)) }

// serve holds 2 KiB for every session that there is: the load triples.
//
//go:noinline
func serve() []byte { return make([]byte, 2048) }

//go:noinline
func follow(load int) {
	for i := 0; i < load/20; i++ {
		if len(sessions) > 0 {
			sessions = sessions[1:]
		}
	}
	for len(sessions) < load {
		sessions = append(sessions, serve())
	}
}

func work(start time.Time) {
	var done [6]int
	until := func(which int, perSecond float64, elapsed float64, event func(int)) {
		for ; done[which] < int(perSecond*elapsed); done[which]++ {
			event(done[which])
		}
	}
	for range time.Tick(tick) {
		t := time.Since(start).Seconds()
		until(0, 1e6/1024, t, func(int) { leak1M() })
		until(1, 1e5/512, t, func(int) { leak100K() })
		until(2, 2e4/256, t, func(int) { leak20K() })
		until(3, 16000/30., t, fillCache)
		until(4, 20e6/4000, t, churn)
		until(5, 1e6/1500, min(t, 20), func(int) { warmUp() })
		follow(2000 + int(4000*min(1, t/60)))
	}
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: growth DIRECTORY")
	}
	start := time.Now()
	go work(start)
	for i := 0; time.Duration(i)*every <= length; i++ {
		time.Sleep(time.Until(start.Add(time.Duration(i) * every)))
		if err := record(os.Args[1], i); err != nil {
			log.Fatal(err)
		}
	}
}

// record writes heap-00.pb.gz, goroutine-00.pb.gz and sizes-00.json.
func record(dir string, i int) error {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	for _, name := range []string{"heap", "goroutine"} {
		f, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s-%02d.pb.gz", name, i)))
		if err != nil {
			return err
		}
		if err := pprof.Lookup(name).WriteTo(f, 0); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	f, err := os.Create(filepath.Join(dir, fmt.Sprintf("sizes-%02d.json.gz", i)))
	if err != nil {
		return err
	}
	defer f.Close()
	z := gzip.NewWriter(f)
	defer z.Close()
	return json.NewEncoder(z).Encode(stats.BySize)
}
