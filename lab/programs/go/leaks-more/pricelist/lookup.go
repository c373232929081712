// Package pricelist knows what things cost.
package pricelist

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"example.com/harness"
)

// Price finds the price of an article in a file with a line for each.
func Price(file string, article int) (cents int, err error) {
	list, err := os.ReadFile(file)
	if err != nil {
		return 0, err
	}
	at := bytes.Index(list, fmt.Appendf(nil, "\n%08d ", article))
	if at < 0 {
		return 0, fmt.Errorf("no article %d", article)
	}
	_, err = fmt.Sscanf(string(list[at+1:at+24]), "%d %d", &article, &cents)
	return cents, err
}

func writeList(file string, articles int) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriter(f)
	for article := range articles {
		fmt.Fprintf(out, "%08d %06d EUR %20s\n", article, article*31%100_000, "in stock")
	}
	return out.Flush()
}

// ReadFileWhole reads a list of 33 MB as a whole for the price of one article.
func ReadFileWhole(r *harness.Run) {
	file := filepath.Join(r.TempDir(), "prices.txt")
	if err := writeList(file, 800_000); err != nil {
		r.Log(err)
		return
	}
	r.Every(func() {
		if _, err := Price(file, 1+r.Rand.Intn(799_999)); err != nil {
			r.Log(err)
		}
	})
}
