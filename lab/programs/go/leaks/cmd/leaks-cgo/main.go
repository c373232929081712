// Leaks-cgo are the programs of the lab that call C. They are a binary of their own because cgo changes the
// threads and the memory of the whole process.
package main

import (
	_ "embed"

	"example.com/harness"
	"example.com/leaks/native"
)

//go:embed truth.json
var truth []byte

func main() {
	harness.Main(truth, map[string]harness.Program{
		"cgo-malloc": native.CgoMalloc,
		"cgo-freed":  native.CgoFreed,
	}, nil)
}
