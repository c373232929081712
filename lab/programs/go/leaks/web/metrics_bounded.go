package web

import (
	"net/http"
	"time"

	"example.com/harness"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// serveOrders answers with an empty list.
func serveOrders(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("[]\n")) }

// MetricsBounded measures requests by method and status, and serves the usual metrics of Go: healthy.
func MetricsBounded(r *harness.Run) {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	seconds := prometheus.NewHistogramVec(
		prometheus.HistogramOpts{Name: "http_request_duration_seconds", Help: "How long requests take."},
		[]string{"method", "status"},
	)
	registry.MustRegister(seconds)
	r.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}).ServeHTTP)
	r.Handle("/orders", func(w http.ResponseWriter, req *http.Request) {
		start := time.Now()
		serveOrders(w, req)
		seconds.WithLabelValues(req.Method, "200").Observe(time.Since(start).Seconds())
	})
	get := r.StartClient()
	r.Every(func() { get("/orders") })
}
