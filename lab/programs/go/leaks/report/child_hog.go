package report

import (
	"fmt"
	"io"
	"strings"

	"example.com/harness"
)

// Converter is a process beside this one that converts pictures.
type Converter struct {
	in io.Writer
}

// StartConverter starts the process.
func StartConverter(r *harness.Run) *Converter {
	_, in := r.StartSidecar("converter")
	return &Converter{in: in}
}

// Convert hands over a picture.
func (c *Converter) Convert(name string) { fmt.Fprintln(c.in, name) }

// ChildHog hands pictures to a process that it has started and that keeps 1 MB of each. The container grows,
// this process doesn't. It ends at 300 MB.
func ChildHog(r *harness.Run) {
	c := StartConverter(r)
	n := 0
	r.Every(func() {
		n++
		c.Convert(strings.Repeat("p", n%8) + ".png")
	})
}
