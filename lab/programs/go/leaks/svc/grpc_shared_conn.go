package svc

import (
	"context"
	"log"
	"time"

	"example.com/harness"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

// Modules asks other modules over connections that it keeps.
type Modules struct {
	conns []*grpc.ClientConn
	next  int
}

// Dial connects to each of the targets.
func Dial(targets ...string) (*Modules, error) {
	m := &Modules{}
	for _, target := range targets {
		conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
		if err != nil {
			return nil, err
		}
		m.conns = append(m.conns, conn)
	}
	return m, nil
}

// Ready asks the next target.
func (m *Modules) Ready(ctx context.Context) (bool, error) {
	m.next++
	client := grpc_health_v1.NewHealthClient(m.conns[m.next%len(m.conns)])
	reply, err := client.Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	return reply.GetStatus() == grpc_health_v1.HealthCheckResponse_SERVING, err
}

// GrpcSharedConn calls over eight connections that it made at the start. It is a pool: nothing leaks.
func GrpcSharedConn(r *harness.Run) {
	target := r.StartPeer("grpc")
	modules, err := Dial(target, target, target, target, target, target, target, target)
	if err != nil {
		log.Fatal(err)
	}
	r.Every(func() {
		ctx, cancel := context.WithTimeout(r.Context, 5*time.Second)
		defer cancel()
		if _, err := modules.Ready(ctx); err != nil {
			r.Log(err)
		}
	})
}
