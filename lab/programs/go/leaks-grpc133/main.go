// Grpc133 are the programs of the lab that need the gRPC of 2020, whose connections look different in a
// profile: 64 KB for writing and four goroutines each.
package main

import (
	_ "embed"
	"log"
	"net"

	"example.com/grpc133/svc"
	"example.com/harness"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

//go:embed truth.json
var truth []byte

func main() {
	harness.Main(truth, map[string]harness.Program{
		"grpc133-dial-per-call": svc.GrpcDialPerCall,
		"grpc133-closed":        svc.GrpcClosed,
	}, map[string]harness.Peer{"grpc": serveHealth})
}

func serveHealth(l net.Listener, _ <-chan string) {
	server := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(server, health.NewServer())
	log.Fatal(server.Serve(l))
}
