package svc

import (
	"context"
	"fmt"
	"sync"
	"time"

	"example.com/harness"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
)

// Directory knows which tenants are ready, and asks again when what it knows is old.
type Directory struct {
	target string
	ttl    time.Duration
	mu     sync.Mutex
	known  map[string]entry
}

type entry struct {
	ready bool
	until time.Time
}

// Ready says whether the tenant is.
func (d *Directory) Ready(ctx context.Context, tenant string) (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if e, ok := d.known[tenant]; ok && time.Now().Before(e.until) {
		return e.ready, nil
	}
	ready, err := d.fetch(ctx, tenant)
	if err == nil {
		d.known[tenant] = entry{ready, time.Now().Add(d.ttl)}
	}
	return ready, err
}

func (d *Directory) fetch(ctx context.Context, tenant string) (bool, error) {
	conn, err := grpc.NewClient(d.target, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithUserAgent(tenant))
	if err != nil {
		return false, err
	}
	reply, err := grpc_health_v1.NewHealthClient(conn).Check(ctx, &grpc_health_v1.HealthCheckRequest{})
	return reply.GetStatus() == grpc_health_v1.HealthCheckResponse_SERVING, err
}

// GrpcDialBehindCache makes a connection whenever the cache has no answer and never closes it. There are
// 10 tenants and an answer is good for 100 calls of its tenant at any rate, so 1 call in 100 dials.
func GrpcDialBehindCache(r *harness.Run) {
	const tenants, hits = 10, 100
	ttl := time.Duration(tenants * hits / r.Rate * float64(time.Second))
	d := &Directory{target: r.StartPeer("grpc"), ttl: ttl, known: map[string]entry{}}
	n := 0
	r.Every(func() {
		n++
		ctx, cancel := context.WithTimeout(r.Context, 5*time.Second)
		defer cancel()
		if _, err := d.Ready(ctx, fmt.Sprintf("tenant-%d", n%tenants)); err != nil {
			r.Log(err)
		}
	})
}
