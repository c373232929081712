// Package queue reads messages from partitions.
package queue

import (
	"bufio"
	"context"
	"io"
	"time"

	"example.com/harness"
)

type message struct {
	partition int
	text      string
}

// Group is this service's share of a topic's partitions.
type Group struct {
	partitions []chan message
}

// Assign has the group read that many partitions, each with a goroutine that reads and one that commits.
func (g *Group) Assign(ctx context.Context, partitions int) {
	for len(g.partitions) < partitions {
		messages := make(chan message)
		commits := make(chan int, 8)
		go consume(ctx, messages, commits)
		go commit(ctx, commits)
		g.partitions = append(g.partitions, messages)
	}
}

func consume(ctx context.Context, messages <-chan message, commits chan<- int) {
	archive := bufio.NewWriterSize(io.Discard, 64<<10)
	for {
		select {
		case m := <-messages:
			archive.WriteString(m.text)
			commits <- m.partition
		case <-ctx.Done():
			return
		}
	}
}

func commit(ctx context.Context, commits <-chan int) {
	for {
		select {
		case <-commits:
		case <-ctx.Done():
			return
		}
	}
}

// RebalanceStep reads 150 partitions, and 300 after 30 s, when another consumer has left: one step, and healthy.
func RebalanceStep(r *harness.Run) {
	g := &Group{}
	g.Assign(r.Context, 150)
	n := 0
	r.Every(func() {
		if r.Elapsed() > 30*time.Second {
			g.Assign(r.Context, 300)
		}
		n++
		m := message{n % len(g.partitions), "temperature 21"}
		select {
		case g.partitions[m.partition] <- m:
		case <-r.Context.Done():
		}
	})
}
