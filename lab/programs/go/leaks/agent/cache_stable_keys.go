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

// Catalog knows the pods of a cluster.
type Catalog struct {
	cache *gcache.Cache
}

// Pod returns what is known about a pod.
func (c *Catalog) Pod(ctx context.Context, id int) (*gvar.Var, error) {
	return c.cache.GetOrSetFuncLock(ctx, fmt.Sprintf("pod-%d", id), func(ctx context.Context) (any, error) {
		return describe(id), nil
	}, time.Hour)
}

func describe(id int) []byte {
	line := fmt.Sprintf("pod-%05d phase: Running\n", id)
	return bytes.Repeat([]byte(line), 2<<10/len(line))
}

// CacheStableKeys asks a cache for one of 20,000 pods. It fills, then hits: healthy.
func CacheStableKeys(r *harness.Run) {
	const pods = 20_000
	c := &Catalog{cache: gcache.New()}
	n := 0
	r.Every(func() {
		n++
		c.Pod(r.Context, n%pods)
	})
}
