// Package catalog shows products.
package catalog

import (
	"strconv"
	"strings"

	"example.com/harness"
	"github.com/dgraph-io/ristretto/v2"
)

// Catalog renders products, and keeps 48 MB of what it has rendered.
type Catalog struct {
	cache *ristretto.Cache[int, string]
}

// Open returns an empty catalog.
func Open() (*Catalog, error) {
	c, err := ristretto.NewCache(&ristretto.Config[int, string]{NumCounters: 120_000, MaxCost: 48 << 20, BufferItems: 64})
	return &Catalog{c}, err
}

// Page is the page of a product.
func (c *Catalog) Page(product int) string {
	if page, ok := c.cache.Get(product); ok {
		return page
	}
	page := strings.Repeat("<li>product "+strconv.Itoa(product)+"</li>", 180)
	c.cache.Set(product, page, int64(len(page)))
	return page
}

// RistrettoFills shows products of which there are more than the cache holds. It fills to its bound: healthy.
func RistrettoFills(r *harness.Run) {
	c, err := Open()
	if err != nil {
		r.Log(err)
		return
	}
	r.Every(func() { c.Page(r.Rand.Intn(1_000_000)) })
}
