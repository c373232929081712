package agent

import (
	"bytes"
	"io"
	"net/http"
	"time"

	"example.com/harness"
	"github.com/prometheus/prometheus/prompb"
	"github.com/prometheus/prometheus/util/fmtutil"
)

// RemoteWriter turns the text of a target into a remote write request.
type RemoteWriter struct {
	client *http.Client
	labels map[string]string
}

// Forward scrapes the target and returns the size of the request.
func (w *RemoteWriter) Forward(url string) (int, error) {
	resp, err := w.client.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	request, err := w.convert(text)
	if err != nil {
		return 0, err
	}
	packed, err := request.Marshal()
	return len(packed), err
}

func (w *RemoteWriter) convert(text []byte) (*prompb.WriteRequest, error) {
	return fmtutil.MetricTextToWriteRequest(bytes.NewReader(text), w.labels)
}

// TextToPrompb converts a scrape of 20,000 series from text to metric families to a request, all three
// of which are alive at once. The memory rises with each scrape and falls again.
func TextToPrompb(r *harness.Run) {
	server := r.StartPeer("metrics")
	w := &RemoteWriter{
		client: &http.Client{Timeout: 30 * time.Second},
		labels: map[string]string{"job": "kubelet", "cluster": "eu-1", "replica": "a"},
	}
	r.Every(func() {
		if _, err := w.Forward("http://" + server + "/metrics"); err != nil {
			r.Log(err)
		}
	})
}
