package store

import (
	"syscall"

	"example.com/harness"
)

// Arena gives out memory that the garbage collector doesn't look at.
type Arena struct {
	size int
}

// Alloc returns that many bytes.
func (a *Arena) Alloc(size int) ([]byte, error) {
	b, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err == nil {
		a.size += size
	}
	return b, err
}

// AnonMmap fills blocks of 64 KB and drops them. Nobody unmaps them, and no Go profile shows them.
func AnonMmap(r *harness.Run) {
	var arena Arena
	r.Every(func() {
		block, err := arena.Alloc(64 << 10)
		if err != nil {
			r.Log(err)
			return
		}
		for i := range block {
			block[i] = byte(i)
		}
	})
}
