// Package chat brings what is said in rooms to those who listen.
package chat

import (
	"fmt"
	"sync"
	"sync/atomic"

	"example.com/harness"
)

// Event is something that was said.
type Event struct {
	ID   int64
	Room string
	Text string
}

type listener struct {
	room  string
	inbox chan Event
	gone  atomic.Bool
}

// Hub hands events to listeners.
type Hub struct {
	mu        sync.RWMutex
	listeners []*listener
}

// Subscribe returns what is said in a room from now on, and a function that ends it.
func (h *Hub) Subscribe(room string) (events <-chan Event, unsubscribe func()) {
	l := &listener{room: room, inbox: make(chan Event, 64)}
	h.mu.Lock()
	h.listeners = append(h.listeners, l)
	h.mu.Unlock()
	return l.inbox, func() { l.gone.Store(true) }
}

// Publish gives the event to all who listen, and skips those who are slow.
func (h *Hub) Publish(e Event) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, l := range h.listeners {
		if l.gone.Load() || l.room != e.Room {
			continue
		}
		select {
		case l.inbox <- e:
		default:
		}
	}
}

// PubsubGhosts has listeners that come, hear one event and leave. Those who have left are only marked, and
// stay in the list with their inboxes.
func PubsubGhosts(r *harness.Run) {
	hub := &Hub{}
	var id int64
	r.Every(func() {
		id++
		room := fmt.Sprint("room-", id%20)
		events, unsubscribe := hub.Subscribe(room)
		defer unsubscribe()
		hub.Publish(Event{ID: id, Room: room, Text: "hello"})
		<-events
	})
}
