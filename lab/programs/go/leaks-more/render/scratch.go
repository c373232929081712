// Package render draws pictures.
package render

import (
	"encoding/binary"
	"hash/crc32"

	"example.com/harness"
	"github.com/edsrzf/mmap-go"
)

const scratchBytes = 128 << 10

// Thumbnail draws a picture in memory of its own and returns its checksum.
func Thumbnail(picture uint32) (uint32, error) {
	scratch, err := mmap.MapRegion(nil, scratchBytes, mmap.RDWR, mmap.ANON, 0)
	if err != nil {
		return 0, err
	}
	for at := 0; at < len(scratch); at += 4 {
		binary.LittleEndian.PutUint32(scratch[at:], picture*uint32(at))
	}
	return crc32.ChecksumIEEE(scratch), nil
}

// MappedScratch maps memory for each picture and never unmaps it.
func MappedScratch(r *harness.Run) {
	picture := uint32(0)
	r.Every(func() {
		picture++
		if _, err := Thumbnail(picture); err != nil {
			r.Log(err)
		}
	})
}
