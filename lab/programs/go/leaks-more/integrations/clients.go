// Package integrations talks to the systems of customers.
package integrations

import (
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"example.com/harness"
)

// Clients has an HTTP client for each tenant, so that a slow one doesn't disturb the others.
type Clients struct {
	mu       sync.Mutex
	byTenant map[string]*http.Client
}

// For returns the client of a tenant.
func (c *Clients) For(tenant string) *http.Client {
	c.mu.Lock()
	defer c.mu.Unlock()
	if client := c.byTenant[tenant]; client != nil {
		return client
	}
	client := &http.Client{
		Timeout: 10 * time.Second,
		Transport: &http.Transport{
			Proxy:               http.ProxyFromEnvironment,
			MaxIdleConnsPerHost: 4,
			TLSHandshakeTimeout: 5 * time.Second,
		},
	}
	c.byTenant[tenant] = client
	return client
}

// Sync asks the system of a tenant what is new.
func (c *Clients) Sync(tenant, url string) error {
	resp, err := c.For(tenant).Get(url + "?tenant=" + tenant)
	if err != nil {
		return fmt.Errorf("sync of %s: %w", tenant, err)
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// ClientPerTenant keeps a client with a Transport of its own for each tenant there ever was. Each holds an
// idle connection.
func ClientPerTenant(r *harness.Run) {
	url := "http://" + r.StartPeer("ok") + "/changes"
	clients := &Clients{byTenant: make(map[string]*http.Client)}
	tenants := 0
	r.Every(func() {
		tenants++
		if err := clients.Sync(fmt.Sprintf("trial-%06d", tenants), url); err != nil {
			r.Log(err)
		}
	})
}
