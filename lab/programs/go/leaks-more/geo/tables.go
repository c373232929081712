// Package geo finds places.
package geo

import (
	"math"
	"sync"

	"example.com/harness"
)

const regions = 32

type place struct {
	lat, lon float64
	name     [16]byte
}

// Atlas has a table of 50,000 places for each region, which is loaded when it is first needed.
type Atlas struct {
	tables [regions]func() []place
}

// NewAtlas returns an atlas with nothing loaded.
func NewAtlas() *Atlas {
	a := &Atlas{}
	for region := range a.tables {
		a.tables[region] = sync.OnceValue(func() []place { return load(region) })
	}
	return a
}

func load(region int) []place {
	places := make([]place, 50_000)
	for i := range places {
		places[i] = place{lat: float64(region) + float64(i%1000)/1000, lon: float64(i / 1000)}
	}
	return places
}

// Nearest finds the place of a region that is nearest to a point.
func (a *Atlas) Nearest(region int, lat, lon float64) place {
	var best place
	nearest := math.Inf(1)
	for _, p := range a.tables[region]() {
		if d := math.Hypot(p.lat-lat, p.lon-lon); d < nearest {
			nearest, best = d, p
		}
	}
	return best
}

// LazyTables is asked for places of all regions, and loads 51 MB bit by bit, then no more: healthy.
func LazyTables(r *harness.Run) {
	a := NewAtlas()
	r.Every(func() {
		region := r.Rand.Intn(regions)
		a.Nearest(region, float64(region)+r.Rand.Float64(), 50*r.Rand.Float64())
	})
}
