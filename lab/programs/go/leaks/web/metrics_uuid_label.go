package web

import (
	"fmt"
	"net/http"

	"example.com/harness"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Meter counts requests by path.
type Meter struct {
	requests *prometheus.CounterVec
}

// NewMeter registers the counters.
func NewMeter(registry *prometheus.Registry) *Meter {
	m := &Meter{requests: prometheus.NewCounterVec(
		prometheus.CounterOpts{Name: "http_requests_total", Help: "Requests by path and status."},
		[]string{"path", "status"},
	)}
	registry.MustRegister(m.requests)
	return m
}

// Observe counts a request.
func (m *Meter) Observe(path string, status int) {
	m.requests.WithLabelValues(path, fmt.Sprint(status)).Inc()
}

// MetricsUUIDLabel counts requests by a path that has an id in it: one series for each request.
func MetricsUUIDLabel(r *harness.Run) {
	registry := prometheus.NewRegistry()
	m := NewMeter(registry)
	r.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}).ServeHTTP)
	r.Every(func() {
		m.Observe(fmt.Sprintf("/orders/%016x-%016x", r.Rand.Uint64(), r.Rand.Uint64()), http.StatusOK)
	})
}
