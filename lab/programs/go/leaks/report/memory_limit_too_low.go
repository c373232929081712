package report

import (
	"bytes"
	"strings"

	"example.com/harness"
)

// Glossary keeps what words mean.
type Glossary struct {
	meanings []*string
}

// LoadGlossary reads that many meanings of 512 bytes.
func LoadGlossary(words int) *Glossary {
	g := &Glossary{}
	for i := range words {
		meaning := strings.Repeat(string(rune('a'+i%26)), 500)
		g.meanings = append(g.meanings, &meaning)
	}
	return g
}

// Explain renders 32 meanings.
func (g *Glossary) Explain(word int) []byte {
	var out bytes.Buffer
	for i := range 32 {
		out.WriteString(*g.meanings[(word*32+i)%len(g.meanings)])
	}
	return out.Bytes()
}

// MemoryLimitTooLow keeps 40 MB alive with GOMEMLIMIT=32MiB. The collector runs all the time and can't win.
func MemoryLimitTooLow(r *harness.Run) {
	g := LoadGlossary(80_000)
	word := 0
	r.Every(func() {
		word++
		g.Explain(word)
	})
}
