package users

import (
	"fmt"
	"strings"

	"example.com/harness"
)

// Index knows the names that documents have in their first line.
type Index struct {
	names []string
}

// Add reads the name from a document of 256 KB.
func (i *Index) Add(document string) {
	name, _, _ := strings.Cut(document, "\n")
	i.names = append(i.names, strings.TrimPrefix(name, "From: "))
}

func readDocument(n int) string {
	var b strings.Builder
	b.Grow(256 << 10)
	fmt.Fprintf(&b, "From: user-%04d\n", n%10_000)
	for b.Len() < 255<<10 {
		b.WriteString("Lorem ipsum dolor sit amet, consectetur adipisici elit.\n")
	}
	return b.String()
}

// SubstringPins keeps ten bytes of each document, which keep the document.
func SubstringPins(r *harness.Run) {
	var index Index
	n := 0
	r.Every(func() {
		n++
		index.Add(readDocument(n))
	})
}
