package main

import (
	"os/exec"
	"testing"

	"example.com/harness/labtest"
)

func TestPrograms(t *testing.T) {
	if _, err := exec.LookPath("cc"); err != nil {
		t.Skip("needs a C compiler")
	}
	labtest.Suite{Truth: truth, Module: "example.com/leaks", Root: "../..", Main: ".", Cgo: "1"}.Run(t)
}
