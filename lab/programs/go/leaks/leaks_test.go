package leaks

import (
	"testing"

	"example.com/harness/labtest"
)

func TestPrograms(t *testing.T) {
	labtest.Run(t, Truth, "example.com/leaks", ".", "./cmd/leaks", "0")
}
