// Package gateway talks to clients and to the services behind it.
package gateway

import (
	"encoding/json"
	"fmt"
	"net/http"

	"example.com/harness"
)

// Probe asks services how they are.
type Probe struct {
	client *http.Client
}

// Check returns the state of the service.
func (p *Probe) Check(url string) (string, error) {
	resp, err := p.client.Get(url)
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s: %s", url, resp.Status)
	}
	defer resp.Body.Close()
	var state struct{ State string }
	err = json.NewDecoder(resp.Body).Decode(&state)
	return state.State, err
}

// BodyNotClosed asks a service that answers 503 with some text. The body is closed on the good path only,
// and an open body keeps its connection.
func BodyNotClosed(r *harness.Run) {
	url := "http://" + r.StartPeer("unavailable") + "/health"
	p := &Probe{client: http.DefaultClient}
	r.Every(func() { p.Check(url) })
}
