package main

import (
	"testing"

	"example.com/harness/labtest"
)

func TestPrograms(t *testing.T) {
	labtest.Suite{Truth: truth, Module: "platform.example/services", Root: ".", Main: ".", Cgo: "0"}.Run(t)
}
