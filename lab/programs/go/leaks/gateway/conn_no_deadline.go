package gateway

import (
	"bufio"
	"fmt"
	"log"
	"net"

	"example.com/harness"
)

// LineServer answers lines over TCP.
type LineServer struct {
	listener net.Listener
}

// Serve accepts connections.
func (s *LineServer) Serve() {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return
		}
		go s.handle(conn)
	}
}

func (s *LineServer) handle(conn net.Conn) {
	defer conn.Close()
	in := bufio.NewReader(conn)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		fmt.Fprintf(conn, "ok %d\n", len(line))
	}
}

// ConnNoDeadline serves clients that go away without a word, as behind a router that drops them. A read
// without a deadline waits for them for ever.
func ConnNoDeadline(r *harness.Run) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go (&LineServer{listener: l}).Serve()
	_, vanishing := r.StartPeerWithInput("vanishing")
	r.Every(func() { fmt.Fprintln(vanishing, l.Addr()) })
}
