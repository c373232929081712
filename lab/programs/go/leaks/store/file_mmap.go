package store

import (
	"log"
	"os"
	"path/filepath"
	"syscall"

	"example.com/harness"
)

// Table is a sorted table in a file that is mapped into memory.
type Table struct {
	data []byte
	sum  int
}

// CreateTable makes a file of that size and maps it.
func CreateTable(path string, size int) (*Table, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	block := make([]byte, 1<<20)
	for written := 0; written < size; written += len(block) {
		if _, err := f.Write(block); err != nil {
			return nil, err
		}
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, size, syscall.PROT_READ, syscall.MAP_SHARED)
	return &Table{data: data}, err
}

// Scan adds up a range.
func (t *Table) Scan(from, to int) {
	for i := from; i < to; i += 512 {
		t.sum += int(t.data[i%len(t.data)])
	}
}

// FileMmap scans a mapped file of 256 MB, 1 MB an event. The resident size grows until it has seen all of
// it; the kernel can take every page back: healthy.
func FileMmap(r *harness.Run) {
	table, err := CreateTable(filepath.Join(r.TempDir(), "orders.sst"), 256<<20)
	if err != nil {
		log.Fatal(err)
	}
	at := 0
	r.Every(func() {
		table.Scan(at, at+1<<20)
		at = (at + 1<<20) % len(table.data)
	})
}
