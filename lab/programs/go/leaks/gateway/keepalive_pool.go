package gateway

import (
	"io"
	"net/http"
	"sync"

	"example.com/harness"
)

// Upstream keeps connections to a service.
type Upstream struct {
	url    string
	client *http.Client
}

// NewUpstream keeps up to that many connections when they are idle.
func NewUpstream(url string, idle int) *Upstream {
	transport := &http.Transport{MaxIdleConnsPerHost: idle}
	return &Upstream{url: url, client: &http.Client{Transport: transport}}
}

// Call sends one request.
func (u *Upstream) Call() error {
	resp, err := u.client.Get(u.url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// KeepalivePool opens 100 connections at the start and keeps them idle: 200 goroutines that look like a
// leak, and are a pool.
func KeepalivePool(r *harness.Run) {
	u := NewUpstream("http://"+r.StartPeer("slow")+"/", 100)
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() { u.Call() })
	}
	wg.Wait()
	r.Every(func() {
		go func() {
			if err := u.Call(); err != nil {
				r.Log(err)
			}
		}()
	})
}
