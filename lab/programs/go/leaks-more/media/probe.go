// Package media looks at films.
package media

import (
	"bufio"
	"context"
	"fmt"
	"os/exec"

	"example.com/harness"
)

// Probe asks a program for the format of a film, which is the first line that it prints.
func Probe(ctx context.Context, film string) (string, error) {
	cmd := exec.CommandContext(ctx, "echo", "mp4", film)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", fmt.Errorf("probe of %s: %w", film, err)
	}
	return bufio.NewReader(out).ReadString('\n')
}

// CommandNotWaited starts a program for each film and never waits for it: the process, the pipe and the
// goroutine that watches over the context stay.
func CommandNotWaited(r *harness.Run) {
	film := 0
	r.Every(func() {
		film++
		if _, err := Probe(r.Context, fmt.Sprintf("film-%d", film)); err != nil {
			r.Log(err)
		}
	})
}
