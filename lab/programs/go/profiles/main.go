// Profiles does a little of everything that profiles can show and writes a profile of each kind into a
// directory: closures, methods, generics, inlined calls, recursion, labels, several packages, contention,
// goroutines in different states. The tests compare Tidemark with the real pprof on what it writes.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"sort"
	"strings"
	"sync"
	"time"

	"example.com/profiles/store"
)

var (
	out     = flag.String("out", "", "the directory to write to")
	seconds = flag.Float64("seconds", 1, "how long to work between the profiles")
	kept    []any
)

func main() {
	flag.Parse()
	if *out == "" {
		log.Fatal("-out: which directory?")
	}
	runtime.MemProfileRate = 4096
	runtime.SetMutexProfileFraction(1)
	runtime.SetBlockProfileRate(1)
	work(*seconds / 4)
	write("heap-before", "heap", 0)
	cpu := create("cpu.pb.gz")
	if err := pprof.StartCPUProfile(cpu); err != nil {
		log.Fatal(err)
	}
	work(*seconds)
	pprof.StopCPUProfile()
	cpu.Close()
	stop := park()
	for _, kind := range []string{"heap", "allocs", "goroutine", "mutex", "block", "threadcreate"} {
		write(kind, kind, 0)
		write(kind, kind, 1)
	}
	write("goroutine", "goroutine", 2)
	close(stop)
}

func create(name string) *os.File {
	f, err := os.Create(filepath.Join(*out, name))
	if err != nil {
		log.Fatal(err)
	}
	return f
}

func write(name, kind string, debug int) {
	runtime.GC()
	suffix := ".pb.gz"
	if debug > 0 {
		suffix = fmt.Sprintf(".debug%d.txt", debug)
	}
	f := create(name + suffix)
	defer f.Close()
	if err := pprof.Lookup(kind).WriteTo(f, debug); err != nil {
		log.Fatal(err)
	}
}

func work(seconds float64) {
	end := time.Now().Add(time.Duration(seconds * float64(time.Second)))
	var wg sync.WaitGroup
	for _, endpoint := range []string{"/orders", "/users", "/search"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			labels := pprof.Labels("endpoint", endpoint, "tenant", strings.Repeat("t", len(endpoint)%3+1))
			pprof.Do(context.Background(), labels, func(ctx context.Context) { serve(ctx, endpoint, end) })
		}()
	}
	wg.Wait()
}

func serve(ctx context.Context, endpoint string, end time.Time) {
	s := store.New[string, []byte]()
	for i := 0; time.Now().Before(end); i++ {
		key := fmt.Sprintf("%s/%d", endpoint, i)
		s.Put(key, encode(tree(i%7, key)))
		if i%50 == 0 {
			pprof.Do(ctx, pprof.Labels("phase", "flush"), func(context.Context) { s.Flush(pack) })
		}
		if i%200 == 0 {
			kept = append(kept, grow(1<<(6+i%9), func(n int) []byte { return make([]byte, n) }))
		}
	}
	keys := s.Keys()
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	kept = append(kept, s)
}

type node struct {
	Name     string
	Children []*node
}

// tree calls itself.
func tree(depth int, name string) *node {
	n := &node{Name: name}
	if depth > 0 {
		n.Children = append(n.Children, tree(depth-1, name+"l"), tree(depth-2, name+"r"))
	}
	return n
}

func encode(n *node) []byte {
	b, err := json.Marshal(n)
	if err != nil {
		panic(err)
	}
	return b
}

// grow is small enough to be inlined.
func grow(n int, allocate func(int) []byte) []byte { return append(allocate(n), allocate(n/2)...) }

func pack(b []byte) []byte {
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	w.Write(b)
	w.Close()
	return buf.Bytes()
}

// park starts goroutines that wait in different ways until the channel is closed.
func park() chan struct{} {
	stop := make(chan struct{})
	var mu sync.Mutex
	mu.Lock()
	for i := 0; i < 20; i++ {
		go func() { <-stop }()
		go func() {
			select {
			case <-stop:
			case <-time.After(time.Hour):
			}
		}()
		if i%4 == 0 {
			go func() { mu.Lock(); mu.Unlock() }()
		}
	}
	go func() {
		runtime.LockOSThread()
		<-stop
	}()
	time.Sleep(50 * time.Millisecond)
	go func() { <-stop; mu.Unlock() }()
	return stop
}
