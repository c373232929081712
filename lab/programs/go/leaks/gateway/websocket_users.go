package gateway

import (
	"fmt"
	"net/http"
	"sync"
	"time"

	"example.com/harness"
	"github.com/gorilla/websocket"
)

// Lobby knows who is online.
type Lobby struct {
	mu     sync.Mutex
	online map[*websocket.Conn]time.Time
}

func (l *Lobby) join(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	l.mu.Lock()
	l.online[conn] = time.Now()
	l.mu.Unlock()
	defer l.leave(conn)
	for {
		conn.SetReadDeadline(time.Now().Add(30 * time.Second))
		if _, _, err := conn.ReadMessage(); err != nil {
			return
		}
	}
}

func (l *Lobby) leave(conn *websocket.Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.online, conn)
}

// WebsocketUsers serves users who stay for 2 s and close: healthy.
func WebsocketUsers(r *harness.Run) {
	l := &Lobby{online: map[*websocket.Conn]time.Time{}}
	r.Handle("/lobby", l.join)
	_, users := r.StartPeerWithInput("websockets")
	r.Every(func() { fmt.Fprintln(users, r.URL("ws", "/lobby"), "leave") })
}
