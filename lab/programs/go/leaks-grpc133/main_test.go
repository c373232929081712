package main

import (
	"testing"

	"example.com/harness/labtest"
)

func TestPrograms(t *testing.T) { labtest.Run(t, truth, "example.com/grpc133", ".", ".", "0") }
