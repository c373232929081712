package native

/*
#include <stdlib.h>
#include <string.h>
*/
import "C"

import (
	"strings"
	"unsafe"

	"example.com/harness"
)

// Measure returns the length of a text as the library sees it.
func Measure(text string) int {
	in := C.CString(text)
	defer C.free(unsafe.Pointer(in))
	return int(C.strlen(in))
}

// CgoFreed copies 16 KB an event for the library and frees them: healthy.
func CgoFreed(r *harness.Run) {
	text := strings.Repeat("the quick brown fox ", 16<<10/20)
	r.Every(func() { Measure(text) })
}
