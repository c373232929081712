// Package agent gathers metrics and sends them on.
package agent

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"example.com/harness"
	"github.com/gogf/gf/v2/container/gvar"
	"github.com/gogf/gf/v2/os/gcache"
)

// Gatherer answers what the sources have measured, and remembers it.
type Gatherer struct {
	cache *gcache.Cache
}

// Gather returns the sample of a source.
func (g *Gatherer) Gather(ctx context.Context, source string) (*gvar.Var, error) {
	key := fmt.Sprintf("%s@%d", source, time.Now().UnixNano())
	return g.cache.GetOrSetFuncLock(ctx, key, func(ctx context.Context) (any, error) {
		return scrape(source), nil
	}, 0)
}

// scrape makes a sample of 4 KB.
func scrape(source string) []byte {
	line := fmt.Sprintf("cpu_seconds_total{node=%q} %d\n", source, time.Now().Unix())
	return bytes.Repeat([]byte(line), 4<<10/len(line))
}

// CacheTimestampKey asks a cache whose keys have the time in them. It never hits, and keeps every sample.
func CacheTimestampKey(r *harness.Run) {
	g := &Gatherer{cache: gcache.New()}
	n := 0
	r.Every(func() {
		n++
		g.Gather(r.Context, fmt.Sprintf("node-%d", n%20))
	})
}
