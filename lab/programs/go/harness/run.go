package harness

import (
	"context"
	"encoding/json"
	"errors"
	"expvar"
	"fmt"
	"io/fs"
	"log"
	"math"
	"math/rand"
	"net"
	"net/http"
	"net/http/pprof"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

// Run is one run of a program: its load, its endpoints, and what it has started.
type Run struct {
	Context context.Context // ends with the run
	Rate    float64         // events a second
	Rand    *rand.Rand      // for the program; not for several goroutines at once

	truth  Truth
	noise  bool
	cgroup string
	addr   string
	mux    *http.ServeMux
	start  time.Time
	phase  float64

	turn   sync.Mutex // held while events happen
	paused bool
	events atomic.Int64
	capped atomic.Pointer[string]

	mu      sync.Mutex
	peers   []*peerProcess
	dirs    []string
	cleanup []func()
}

func newRun(ctx context.Context, truth Truth, rate float64, seed int64) *Run {
	r := rand.New(rand.NewSource(seed))
	return &Run{
		Context: ctx, Rate: rate, Rand: r,
		truth: truth, mux: http.NewServeMux(), start: time.Now(), phase: r.Float64() * 2 * math.Pi,
	}
}

// Every lets the event happen Rate times a second until the run ends, each after the last. With noise
// the rate rises and falls by half.
func (r *Run) Every(event func()) {
	const longest = 0.25 // seconds that are made up for when events were late
	tick := time.Duration(float64(time.Second) / r.Rate)
	ticker := time.NewTicker(min(max(tick/4, time.Millisecond), 50*time.Millisecond))
	defer ticker.Stop()
	due, last := 0.0, time.Now()
	for {
		select {
		case <-r.Context.Done():
			return
		case now := <-ticker.C:
			due += min(now.Sub(last).Seconds(), longest+1/r.Rate) * r.Rate * r.swing(now)
			last = now
			for ; due >= 1 && r.Context.Err() == nil; due-- {
				r.happen(event)
			}
		}
	}
}

// happen is one event, unless the run is paused or at its limit.
func (r *Run) happen(event func()) {
	r.turn.Lock()
	defer r.turn.Unlock()
	if !r.paused && r.capped.Load() == nil {
		event()
		r.events.Add(1)
	}
}

// swing is the factor by which the load differs from the mean.
func (r *Run) swing(now time.Time) float64 {
	if !r.noise {
		return 1
	}
	const period = 40 // seconds
	return 1 + 0.5*math.Sin(2*math.Pi*now.Sub(r.start).Seconds()/period+r.phase)
}

// Elapsed is the time since the start.
func (r *Run) Elapsed() time.Duration { return time.Since(r.start) }

// Wait sleeps, and says whether the run goes on.
func (r *Run) Wait(d time.Duration) bool {
	select {
	case <-r.Context.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// Handle serves a path of the program beside the endpoints that every program has.
func (r *Run) Handle(pattern string, handler http.HandlerFunc) { r.mux.Handle(pattern, handler) }

// Log prints an error, unless it came with the end of the run, when peers go away.
func (r *Run) Log(err error) {
	if r.Context.Err() == nil {
		log.Print(err)
	}
}

// TempDir makes a directory that goes away with the run.
func (r *Run) TempDir() string { return r.tempDir("") }

// SharedMemoryDir makes a directory whose files are in memory.
func (r *Run) SharedMemoryDir() string { return r.tempDir("/dev/shm") }

func (r *Run) tempDir(parent string) string {
	if parent == "" {
		parent = os.TempDir()
	}
	sweepDirs(parent)
	dir, err := os.MkdirTemp(parent, fmt.Sprintf("tidemark-lab-%d-", os.Getpid()))
	if err != nil {
		log.Fatal(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.dirs = append(r.dirs, dir)
	return dir
}

// sweepDirs removes the directories of programs that were killed.
func sweepDirs(parent string) {
	dirs, _ := filepath.Glob(filepath.Join(parent, "tidemark-lab-*-*"))
	for _, dir := range dirs {
		var pid int
		fmt.Sscanf(filepath.Base(dir), "tidemark-lab-%d-", &pid)
		if _, err := os.Stat(fmt.Sprintf("/proc/%d", pid)); pid > 0 && errors.Is(err, fs.ErrNotExist) {
			os.RemoveAll(dir)
		}
	}
}

func (r *Run) serve(addr string) (string, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return "", err
	}
	r.mux.HandleFunc("/debug/pprof/", pprof.Index)
	r.mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	r.mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	r.mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	r.mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	r.mux.Handle("/debug/vars", expvar.Handler())
	r.mux.HandleFunc("/lab", func(w http.ResponseWriter, _ *http.Request) { r.writeStatus(w) })
	r.mux.HandleFunc("/lab/pause", func(w http.ResponseWriter, _ *http.Request) { r.pause(w, true) })
	r.mux.HandleFunc("/lab/resume", func(w http.ResponseWriter, _ *http.Request) { r.pause(w, false) })
	r.addr = l.Addr().String()
	go http.Serve(l, r.mux)
	return r.addr, nil
}

// Status is what /lab answers. No diagnosis may look at it: it has the number of events.
type Status struct {
	Program string `json:"program"`
	Events  int64  `json:"events"`
	Paused  bool   `json:"paused"`
	Capped  string `json:"capped,omitempty"` // which limit has ended the load
	Cgroup  string `json:"cgroup,omitempty"`
	Peers   []int  `json:"peers,omitempty"` // process ids
}

func (r *Run) pause(w http.ResponseWriter, paused bool) {
	r.turn.Lock()
	r.paused = paused
	r.turn.Unlock()
	r.writeStatus(w)
}

func (r *Run) writeStatus(w http.ResponseWriter) {
	r.turn.Lock()
	paused := r.paused
	r.turn.Unlock()
	s := Status{Program: r.truth.Name, Events: r.events.Load(), Paused: paused, Cgroup: r.cgroup}
	if c := r.capped.Load(); c != nil {
		s.Capped = *c
	}
	r.mu.Lock()
	for _, p := range r.peers {
		s.Peers = append(s.Peers, p.cmd.Process.Pid)
	}
	r.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(s)
}

// close undoes what the run has done to the machine.
func (r *Run) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, p := range r.peers {
		p.stop()
	}
	for _, dir := range r.dirs {
		os.RemoveAll(dir)
	}
	if r.cgroup != "" {
		leaveCgroup(r.cgroup)
	}
}
