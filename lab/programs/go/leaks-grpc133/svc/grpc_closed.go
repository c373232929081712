package svc

import (
	"context"
	"time"

	"example.com/harness"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health/grpc_health_v1"
)

// askOnce asks another module whether it is ready, over a connection for this one question.
func askOnce(ctx context.Context, target string) (bool, error) {
	conn, err := grpc.DialContext(ctx, target, grpc.WithInsecure(), grpc.WithBlock())
	if err != nil {
		return false, err
	}
	defer conn.Close()
	reply, err := grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	return reply.GetStatus() == grpc_health_v1.HealthCheckResponse_SERVING, err
}

// GrpcClosed makes a connection for each call and closes it. Nothing leaks.
func GrpcClosed(r *harness.Run) {
	target := r.StartPeer("grpc")
	r.Every(func() {
		ctx, cancel := context.WithTimeout(r.Context, 5*time.Second)
		defer cancel()
		if _, err := askOnce(ctx, target); err != nil {
			r.Log(err)
		}
	})
}
