// Package webhooks tells others what has happened.
package webhooks

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"example.com/harness"
)

// Courier delivers messages, and tries again when that fails.
type Courier struct {
	client *http.Client
}

type delivery struct {
	courier *Courier
	url     string
	body    []byte
	wait    time.Duration
}

// Deliver sends the message to the hook, now or later.
func (c *Courier) Deliver(url string, message any) error {
	body, err := json.Marshal(message)
	if err != nil {
		return err
	}
	d := &delivery{courier: c, url: url, body: body, wait: 2 * time.Second}
	d.try()
	return nil
}

// try sends the message. After each failure it waits for twice as long, up to a minute.
func (d *delivery) try() {
	if d.post() == nil {
		return
	}
	time.AfterFunc(d.wait, d.try)
	d.wait = min(2*d.wait, time.Minute)
}

func (d *delivery) post() error {
	resp, err := d.courier.client.Post(d.url, "application/json", bytes.NewReader(d.body))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s: %s", d.url, resp.Status)
	}
	return nil
}

// RetryForever delivers to hooks that are gone. Each message arms its timer again and again, and is kept by it.
func RetryForever(r *harness.Run) {
	url := "http://" + r.StartPeer("gone") + "/hook"
	c := &Courier{client: &http.Client{Timeout: 5 * time.Second}}
	type message struct {
		ID   int    `json:"id"`
		Text string `json:"text"`
	}
	text := strings.Repeat("invoice paid; ", 1100)
	id := 0
	r.Every(func() {
		id++
		if err := c.Deliver(url, message{id, text}); err != nil {
			r.Log(err)
		}
	})
}
