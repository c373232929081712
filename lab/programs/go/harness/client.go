package harness

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

// clientPeer is a peer that any binary has: it sends a request for each line of its input.
const clientPeer = "client"

// StartClient starts a process that sends the program requests, and returns a function that has it send
// one. The client keeps its connections and doesn't wait for one answer before the next request.
func (r *Run) StartClient() (get func(path string)) {
	_, input := r.StartPeerWithInput(clientPeer)
	return func(path string) { fmt.Fprintf(input, "http://%s%s\n", r.addr, path) }
}

func sendRequests(_ net.Listener, urls <-chan string) {
	transport := &http.Transport{MaxIdleConnsPerHost: 16, IdleConnTimeout: 10 * time.Second}
	client := &http.Client{Transport: transport}
	for url := range urls {
		go func() {
			resp, err := client.Get(url)
			if err != nil {
				log.New(os.Stderr, "client: ", 0).Print(err)
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}()
	}
}

// URL is the address of a path of the program.
func (r *Run) URL(scheme, path string) string { return scheme + "://" + r.addr + path }
