package web

import (
	"time"

	"example.com/harness"
)

// Presence says that a user is there until the time is up.
type Presence struct {
	beat *time.Ticker
}

// Announce starts a presence.
func Announce(interval time.Duration) *Presence {
	return &Presence{beat: time.NewTicker(interval)}
}

// Due says whether it is time for a sign of life.
func (p *Presence) Due() bool {
	select {
	case <-p.beat.C:
		return true
	default:
		return false
	}
}

// TickerNotStopped starts a ticker for each event, never stops it, and drops it. Programs for Go 1.22 and
// earlier keep such tickers for ever; GODEBUG=asynctimerchan=1 makes this one such a program.
func TickerNotStopped(r *harness.Run) { announceEach(r) }

// TickerDropped does the same as a program of today. The collector frees the tickers: healthy.
func TickerDropped(r *harness.Run) { announceEach(r) }

func announceEach(r *harness.Run) {
	r.Every(func() { Announce(time.Hour).Due() })
}
