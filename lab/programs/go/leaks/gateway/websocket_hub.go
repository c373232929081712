package gateway

import (
	"fmt"
	"net/http"
	"sync"

	"example.com/harness"
	"github.com/gorilla/websocket"
)

var upgrader = websocket.Upgrader{ReadBufferSize: 1024, WriteBufferSize: 1024}

// Hub sends what happens to everybody who is connected.
type Hub struct {
	mu      sync.Mutex
	clients map[*client]bool
}

type client struct {
	conn *websocket.Conn
	send chan []byte
}

func (h *Hub) serveWs(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &client{conn: conn, send: make(chan []byte, 64)}
	h.mu.Lock()
	h.clients[c] = true
	h.mu.Unlock()
	go c.writePump()
	go c.readPump()
}

func (c *client) readPump() {
	for {
		if _, _, err := c.conn.ReadMessage(); err != nil {
			return
		}
	}
}

func (c *client) writePump() {
	for message := range c.send {
		if err := c.conn.WriteMessage(websocket.TextMessage, message); err != nil {
			return
		}
	}
}

// WebsocketHub serves clients that go away without closing. There is no ping and no deadline, and the hub
// keeps them all.
func WebsocketHub(r *harness.Run) {
	h := &Hub{clients: map[*client]bool{}}
	r.Handle("/ws", h.serveWs)
	_, vanishing := r.StartPeerWithInput("websockets")
	r.Every(func() { fmt.Fprintln(vanishing, r.URL("ws", "/ws"), "stay") })
}
