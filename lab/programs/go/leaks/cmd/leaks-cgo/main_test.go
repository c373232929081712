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
	labtest.Run(t, truth, "example.com/leaks", "../..", ".", "1")
}
