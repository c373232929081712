package gateway

import (
	"fmt"
	"io"
	"net/http"

	"example.com/harness"
)

// Relay fetches pages for others.
type Relay struct {
	client *http.Client
}

// Page returns the text of a page.
func (f *Relay) Page(url string) (string, error) {
	resp, err := f.client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(io.LimitReader(resp.Body, 64<<10))
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %s", url, resp.Status)
	}
	return string(text), err
}

// BodyClosed asks the same service, and closes the body whatever the answer: healthy.
func BodyClosed(r *harness.Run) {
	url := "http://" + r.StartPeer("unavailable") + "/page"
	relay := &Relay{client: http.DefaultClient}
	r.Every(func() { relay.Page(url) })
}
