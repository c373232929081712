package web

import (
	"net/http"

	"example.com/harness"
	"go.uber.org/zap"
)

// serveStatus logs with a logger that knows the request.
func serveStatus(w http.ResponseWriter, req *http.Request) {
	config := zap.NewProductionConfig()
	config.Level = zap.NewAtomicLevelAt(zap.WarnLevel)
	config.InitialFields = map[string]any{"path": req.URL.Path}
	logger, err := config.Build()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	logger.Info("served")
	w.Write([]byte("ok\n"))
}

// ZapPerRequest builds a logger for each request. Each has the counters of its sampler, 450 KB.
func ZapPerRequest(r *harness.Run) {
	r.Handle("/status", serveStatus)
	get := r.StartClient()
	r.Every(func() { get("/status") })
}
