// Package etl takes in the files of partners.
package etl

import (
	"fmt"
	"iter"
	"strconv"

	"example.com/harness"
	"golang.org/x/sync/errgroup"
)

type row struct {
	line int
	text string
}

// Import reads rows and stores them, side by side.
func Import(file string, rows iter.Seq[row]) (stored int, err error) {
	var g errgroup.Group
	queue := make(chan row, 16)
	g.Go(func() error {
		defer close(queue)
		for next := range rows {
			queue <- next
		}
		return nil
	})
	g.Go(func() error {
		for next := range queue {
			if _, err := strconv.Atoi(next.text); err != nil {
				return fmt.Errorf("%s:%d: %w", file, next.line, err)
			}
			stored++
		}
		return nil
	})
	return stored, g.Wait()
}

func badFile(yield func(row) bool) {
	for line := 1; line <= 200; line++ {
		text := strconv.Itoa(line)
		if line == 20 {
			text = "n/a"
		}
		if !yield(row{line, text}) {
			return
		}
	}
}

// ImportStuck imports files that have a bad row. The one who stores gives up, the one who reads waits for room
// in the queue, and the import for both.
func ImportStuck(r *harness.Run) {
	files := 0
	r.Every(func() {
		files++
		name := fmt.Sprintf("partner-%d.csv", files)
		go func() {
			if _, err := Import(name, badFile); err != nil {
				r.Log(err)
			}
		}()
	})
}
