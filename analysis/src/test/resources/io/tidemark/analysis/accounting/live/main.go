// A server with a known heap, known goroutines and some garbage, for the test of the accounting.
package main

import (
	_ "expvar"
	"fmt"
	"net"
	"net/http"
	_ "net/http/pprof"
	"time"
)

var kept [][]byte

func main() {
	for i := 0; i < 60; i++ {
		kept = append(kept, make([]byte, 1<<20))
		for j := range kept[i] {
			kept[i][j] = byte(j)
		}
	}
	block := make(chan bool)
	for i := 0; i < 3000; i++ {
		go func() { <-block }()
	}
	go func() {
		for {
			time.Sleep(time.Millisecond)
			_ = make([]byte, 64<<10)
		}
	}()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(listener.Addr())
	panic(http.Serve(listener, nil))
}
