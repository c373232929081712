package main

import (
	"testing"

	"example.com/harness/labtest"
)

func TestPrograms(t *testing.T) {
	labtest.Suite{Truth: truth, Module: "example.com/grpc133", Root: ".", Main: ".", Cgo: "0"}.Run(t)
}
