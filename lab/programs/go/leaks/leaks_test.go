package leaks

import (
	"testing"

	"example.com/harness/labtest"
)

func TestPrograms(t *testing.T) {
	labtest.Suite{
		Truth: Truth, Module: "example.com/leaks", Root: ".", Main: "./cmd/leaks", Cgo: "0",
		Hungry: "cache-timestamp-key", Rate: "10000",
	}.Run(t)
}
