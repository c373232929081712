package harness

import (
	"fmt"
	"io"
	"strings"
)

// List prints the table of the README.
func List(w io.Writer, truths []Truth) {
	fmt.Fprintln(w, "| program | # | class | kind | signature | what is true | culprit | slow / medium / fast, events a second | |")
	fmt.Fprintln(w, "|---|---|---|---|---|---|---|---|---|")
	for _, t := range truths {
		culprit, number := "", ""
		if t.Culprit != nil {
			culprit = "`" + t.Culprit.Function[strings.LastIndexByte(t.Culprit.Function, '/')+1:] + "`"
		}
		if t.Number > 0 {
			number = fmt.Sprint(t.Number)
		}
		kind := t.Kind
		for _, f := range t.Also {
			kind += ", " + f.Kind
		}
		fmt.Fprintf(w, "| `%s` | %s | %s | %s | %s | %s | %s | %v / %v / %v: %s | %s |\n", t.Name, number, t.Class, kind,
			t.Signature, t.About, culprit, t.Rates["slow"], t.Rates["medium"], t.Rates["fast"], t.Event, t.Split)
	}
}
