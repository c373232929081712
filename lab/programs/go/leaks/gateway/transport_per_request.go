package gateway

import (
	"io"
	"net/http"
	"time"

	"example.com/harness"
)

// fetchAvatar loads a picture, with a timeout of its own.
func fetchAvatar(url string, timeout time.Duration) ([]byte, error) {
	client := &http.Client{
		Timeout:   timeout,
		Transport: &http.Transport{ResponseHeaderTimeout: timeout},
	}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// TransportPerRequest makes a Transport for each request. Each keeps its one connection for the next
// request, which never comes.
func TransportPerRequest(r *harness.Run) {
	url := "http://" + r.StartPeer("bodies") + "/avatar.png"
	r.Every(func() {
		if _, err := fetchAvatar(url, 5*time.Second); err != nil {
			r.Log(err)
		}
	})
}
