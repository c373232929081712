// Package peers has the other ends of the programs' connections. Each runs in a process of its own.
package peers

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/gorilla/websocket"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

// Grpc serves the health service.
func Grpc(l net.Listener, _ <-chan string) {
	server := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(server, health.NewServer())
	log.Fatal(server.Serve(l))
}

// Bodies serves as many MB as are asked for, as text whose length isn't announced.
func Bodies(l net.Listener, _ <-chan string) {
	block := make([]byte, 1<<20)
	for i := range block {
		block[i] = 'a'
		if i%100 == 99 {
			block[i] = '\n'
		}
	}
	log.Fatal(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mb, _ := strconv.Atoi(r.FormValue("mb"))
		for range mb {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})))
}

// Metrics serves 20,000 series in the text format, 2.4 MB.
func Metrics(l net.Listener, _ <-chan string) {
	log.Fatal(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		out := bufio.NewWriter(w)
		defer out.Flush()
		for metric := range 20 {
			fmt.Fprintf(out, "# HELP container_%d_bytes What the container used.\n# TYPE container_%d_bytes gauge\n", metric, metric)
			for pod := range 1000 {
				fmt.Fprintf(out, "container_%d_bytes{namespace=\"shop\",pod=\"orders-7d9f-%04d\",container=\"app\",node=\"node-%d\"} %d\n",
					metric, pod, pod%20, pod*4096+metric)
			}
		}
	})))
}

// Unavailable answers every request with 503 and a page that says so.
func Unavailable(l net.Listener, _ <-chan string) {
	page := strings.Repeat("<p>We are down for maintenance.</p>\n", 200)
	log.Fatal(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, page, http.StatusServiceUnavailable)
	})))
}

// Slow answers after a while, so that connections are needed at the same time.
func Slow(l net.Listener, _ <-chan string) {
	log.Fatal(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(200 * time.Millisecond)
		fmt.Fprintln(w, "ok")
	})))
}

// Silent accepts connections and says nothing.
func Silent(l net.Listener, _ <-chan string) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go io.Copy(io.Discard, conn)
	}
}

// Vanishing connects to the address of each line, says hello, and is never heard of again.
func Vanishing(_ net.Listener, addresses <-chan string) {
	var conns []net.Conn
	for address := range addresses {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			log.Print(err)
			continue
		}
		fmt.Fprintln(conn, "hello")
		conns = append(conns, conn)
	}
	runtime.KeepAlive(conns)
}

// Websockets connects to the URL of each line, which also says whether to stay or to leave after 2 s.
func Websockets(_ net.Listener, lines <-chan string) {
	var staying []*websocket.Conn
	for line := range lines {
		url, what, _ := strings.Cut(line, " ")
		conn, _, err := websocket.DefaultDialer.Dial(url, nil)
		if err != nil {
			log.Print(err)
			continue
		}
		if what == "stay" {
			staying = append(staying, conn)
			continue
		}
		time.AfterFunc(2*time.Second, func() { conn.Close() })
	}
	runtime.KeepAlive(staying)
}

// Converter keeps 1 MB for each line, up to 300 MB.
func Converter(_ net.Listener, pictures <-chan string) {
	var kept [][]byte
	for picture := range pictures {
		if len(kept) < 300 {
			kept = append(kept, bytes.Repeat([]byte(picture+" "), 1<<20/(len(picture)+1)))
		}
	}
	runtime.KeepAlive(kept)
}
