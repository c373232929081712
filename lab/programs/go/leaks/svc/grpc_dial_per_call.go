// Package svc calls other services.
package svc

import (
	"context"
	"time"

	"example.com/harness"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

// callOtherModule asks another module whether it is ready.
func callOtherModule(ctx context.Context, target string) (bool, error) {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return false, err
	}
	reply, err := grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	if err != nil {
		return false, err
	}
	return reply.Status == grpc_health_v1.HealthCheckResponse_SERVING, nil
}

// GrpcDialPerCall makes a connection for each call and never closes it.
func GrpcDialPerCall(r *harness.Run) {
	target := r.StartPeer("grpc")
	r.Every(func() {
		ctx, cancel := context.WithTimeout(r.Context, 5*time.Second)
		defer cancel()
		if _, err := callOtherModule(ctx, target); err != nil {
			r.Log(err)
		}
	})
}
