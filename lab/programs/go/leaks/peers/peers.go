// Package peers has the other ends of the programs' connections. Each runs in a process of its own.
package peers

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"

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
