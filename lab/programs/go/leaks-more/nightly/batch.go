// Package nightly calculates statements, which here is due every 20 s.
package nightly

import (
	"cmp"
	"slices"
	"time"

	"example.com/harness"
	"github.com/robfig/cron/v3"
)

type booking struct {
	account int32
	cents   int64
	day     [48]byte
}

// Statements has the sum of each account.
type Statements struct {
	sums map[int32]int64
}

// Calculate sorts all bookings of a day, 100 MB, and adds them up.
func (s *Statements) Calculate(day byte) {
	bookings := make([]booking, 1_500_000)
	for i := range bookings {
		b := &bookings[i]
		b.account, b.cents = int32(i*7919%5000), int64(i%1000)
		b.day[0] = day
	}
	slices.SortFunc(bookings[:100_000], func(a, b booking) int { return cmp.Compare(a.account, b.account) })
	for _, b := range bookings {
		s.sums[b.account] += b.cents
	}
	time.Sleep(time.Second) // the statements are written
	bookings[0].day[0]++
}

// BatchPeaks answers small questions all the time and calculates every 20 s, with a peak of 100 MB: healthy.
func BatchPeaks(r *harness.Run) {
	s := &Statements{sums: map[int32]int64{}}
	c := cron.New(cron.WithChain(cron.SkipIfStillRunning(cron.DiscardLogger)))
	var day byte
	c.AddFunc("@every 20s", func() {
		day++
		s.Calculate(day)
	})
	c.Start()
	defer c.Stop()
	answers := make([]string, 64)
	n := 0
	r.Every(func() {
		n++
		answers[n%len(answers)] = time.Now().String()
	})
}
