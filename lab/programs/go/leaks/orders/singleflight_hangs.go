package orders

import (
	"bufio"
	"fmt"
	"net"
	"net/http"

	"example.com/harness"
	"golang.org/x/sync/singleflight"
)

// Prices loads the price list from another system, once for all who ask at the same time.
type Prices struct {
	upstream string
	loading  singleflight.Group
}

// Load returns the price list.
func (p *Prices) Load() (string, error) {
	list, err, _ := p.loading.Do("list", func() (any, error) { return p.fetch() })
	if err != nil {
		return "", err
	}
	return list.(string), nil
}

func (p *Prices) fetch() (string, error) {
	conn, err := net.Dial("tcp", p.upstream)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	fmt.Fprintln(conn, "LIST")
	return bufio.NewReader(conn).ReadString('\n')
}

func (p *Prices) serve(w http.ResponseWriter, _ *http.Request) {
	list, err := p.Load()
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	fmt.Fprint(w, list)
}

// SingleflightHangs serves a price list whose source accepts connections and never answers. The first
// request waits for it without a deadline, all later ones for the first.
func SingleflightHangs(r *harness.Run) {
	p := &Prices{upstream: r.StartPeer("silent")}
	r.Handle("/prices", p.serve)
	get := r.StartClient()
	r.Every(func() { get("/prices") })
}
