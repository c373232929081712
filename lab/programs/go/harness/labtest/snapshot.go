// Package labtest measures programs of the lab from outside and compares them with their truth.
package labtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"example.com/harness"
)

// Snapshot is the state of a program, by name:
//
//	events                what the load has done
//	goroutines, threads, children
//	nil_channel           goroutines that wait for a channel that is nil
//	fds, sockets, files, inotify
//	heap_bytes            alive after a collection
//	heap_objects
//	stack_bytes           in use by goroutines
//	idle_bytes            of the heap, not returned to the system
//	next_gc_ratio         goal of the next collection by heap_bytes
//	collections
//	allocated_bytes       since the start
//	anon_bytes, file_bytes, shmem_bytes   resident
//	offheap_bytes         anon_bytes that aren't the Go runtime's
//	children_bytes        anon_bytes of the program's sidecars
//	cache_bytes           of the cgroup
type Snapshot map[string]float64

type vars struct {
	Memstats struct {
		HeapAlloc, HeapObjects, HeapIdle, HeapReleased, StackInuse, NextGC, TotalAlloc, Sys float64
		NumGC                                                                               float64
	} `json:"memstats"`
}

func (p *process) snapshot() (Snapshot, error) {
	s := Snapshot{}
	var status harness.Status
	if err := p.getJSON("/lab", &status); err != nil {
		return nil, err
	}
	s["events"] = float64(status.Events)
	for range 2 { // the second collection frees what had a finalizer
		if _, err := p.get("/debug/pprof/heap?gc=1"); err != nil {
			return nil, err
		}
	}
	var v vars
	if err := p.getJSON("/debug/vars", &v); err != nil {
		return nil, err
	}
	m := v.Memstats
	s["heap_bytes"], s["heap_objects"] = m.HeapAlloc, m.HeapObjects
	s["stack_bytes"], s["idle_bytes"] = m.StackInuse, m.HeapIdle-m.HeapReleased
	s["next_gc_ratio"], s["collections"] = m.NextGC/m.HeapAlloc, m.NumGC
	s["allocated_bytes"] = m.TotalAlloc
	n, err := p.goroutines()
	if err != nil {
		return nil, err
	}
	s["goroutines"] = n
	stacks, err := p.get("/debug/pprof/goroutine?debug=2")
	if err != nil {
		return nil, err
	}
	s["nil_channel"] = float64(bytes.Count(stacks, []byte("(nil chan)")))
	proc := readStatus(p.pid)
	s["threads"] = proc["Threads"]
	s["anon_bytes"], s["file_bytes"], s["shmem_bytes"] = proc["RssAnon"], proc["RssFile"], proc["RssShmem"]
	s["offheap_bytes"] = proc["RssAnon"] - (m.Sys - m.HeapReleased)
	p.countFiles(s)
	p.countChildren(s)
	if status.Cgroup != "" {
		s["cache_bytes"] = memoryStat(status.Cgroup, "cache", "file")
	}
	return s, nil
}

func (p *process) get(path string) ([]byte, error) {
	resp, err := http.Get("http://" + p.addr + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", path, resp.Status)
	}
	return body, err
}

func (p *process) getJSON(path string, into any) error {
	body, err := p.get(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(body, into)
}

var total = regexp.MustCompile(`^goroutine profile: total (\d+)`)

func (p *process) goroutines() (float64, error) {
	body, err := p.get("/debug/pprof/goroutine?debug=1")
	if err != nil {
		return 0, err
	}
	m := total.FindSubmatch(body)
	if m == nil {
		return 0, fmt.Errorf("goroutine profile: %.60s (expected a total)", body)
	}
	return strconv.ParseFloat(string(m[1]), 64)
}

func (p *process) countFiles(s Snapshot) {
	links, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", p.pid))
	s["fds"], s["sockets"], s["files"], s["inotify"] = 0, 0, 0, 0
	for _, link := range links {
		target, err := os.Readlink(link)
		if err != nil {
			continue
		}
		s["fds"]++
		switch {
		case strings.HasPrefix(target, "socket:"):
			s["sockets"]++
		case target == "anon_inode:inotify":
			s["inotify"]++
		case strings.HasPrefix(target, "/"):
			s["files"]++
		}
	}
}

// countChildren counts the processes that the program has started and not waited for.
func (p *process) countChildren(s Snapshot) {
	s["children"], s["children_bytes"] = 0, 0
	own, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cgroup", p.pid))
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", p.pid))
	for _, task := range tasks {
		b, _ := os.ReadFile(task)
		for _, child := range strings.Fields(string(b)) {
			s["children"]++
			pid, _ := strconv.Atoi(child)
			if group, _ := os.ReadFile(fmt.Sprintf("/proc/%d/cgroup", pid)); string(group) == string(own) {
				s["children_bytes"] += readStatus(pid)["RssAnon"]
			}
		}
	}
}

// readStatus reads the numbers of /proc/PID/status, kB as bytes.
func readStatus(pid int) map[string]float64 {
	b, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	values := map[string]float64{}
	for _, line := range strings.Split(string(b), "\n") {
		key, rest, _ := strings.Cut(line, ":")
		f := strings.Fields(rest)
		if len(f) == 0 {
			continue
		}
		n, err := strconv.ParseFloat(f[0], 64)
		if err != nil {
			continue
		}
		if len(f) == 2 && f[1] == "kB" {
			n *= 1024
		}
		values[key] = n
	}
	return values
}

func memoryStat(group string, keys ...string) float64 {
	b, _ := os.ReadFile(filepath.Join(group, "memory.stat"))
	for _, line := range strings.Split(string(b), "\n") {
		for _, key := range keys {
			if rest, ok := strings.CutPrefix(line, key+" "); ok {
				n, _ := strconv.ParseFloat(rest, 64)
				return n
			}
		}
	}
	return 0
}
