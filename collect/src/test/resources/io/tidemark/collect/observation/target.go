// Target is a small program that leaks a goroutine and some memory every 20 ms. It says on which port it
// shows its profiles, and ends when its standard input does.
package main

import (
	_ "expvar"
	"fmt"
	"io"
	"net"
	"net/http"
	_ "net/http/pprof"
	"os"
	"time"
)

var kept [][]byte

func leak() {
	for range time.Tick(20 * time.Millisecond) {
		kept = append(kept, make([]byte, 16<<10))
		go func() { select {} }()
	}
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go leak()
	go http.Serve(listener, nil)
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	io.Copy(io.Discard, os.Stdin)
}
