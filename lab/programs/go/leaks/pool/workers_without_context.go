package pool

import (
	"fmt"
	"time"

	"example.com/harness"
)

// Session is one user's connection, with a heartbeat.
type Session struct {
	user  string
	beats int
}

// OpenSession starts the heartbeat of a session.
func OpenSession(user string) *Session {
	s := &Session{user: user}
	go s.heartbeat()
	return s
}

func (s *Session) heartbeat() {
	ticker := time.NewTicker(5 * time.Second)
	for range ticker.C {
		s.beats++
	}
}

// Close says good-bye.
func (s *Session) Close() string { return fmt.Sprintf("%s left after %d beats", s.user, s.beats) }

// WorkersWithoutContext opens a session and closes it at once; its heartbeat has no way to end.
func WorkersWithoutContext(r *harness.Run) {
	n := 0
	r.Every(func() {
		n++
		OpenSession(fmt.Sprintf("u%d", n)).Close()
	})
}
