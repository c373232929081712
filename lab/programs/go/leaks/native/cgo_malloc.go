// Package native calls a library that is written in C.
package native

/*
#include <stdlib.h>
#include <string.h>

static char *render(const char *text, size_t size) {
	char *out = malloc(size);
	for (size_t i = 0; i < size; i++)
		out[i] = text[i % strlen(text)];
	return out;
}
*/
import "C"

import (
	"unsafe"

	"example.com/harness"
)

// Render returns the length of a text that the library has laid out.
func Render(text string) int {
	in := C.CString(text)
	defer C.free(unsafe.Pointer(in))
	out := C.render(in, 16<<10)
	return int(C.strnlen(out, 16<<10))
}

// CgoMalloc renders 16 KB an event with a library whose results the caller has to free, and doesn't. No Go
// profile shows them.
func CgoMalloc(r *harness.Run) {
	r.Every(func() { Render("the quick brown fox ") })
}
