package pool

import "example.com/harness"

// Pool has a fixed number of workers.
type Pool struct {
	jobs chan []byte
}

// NewPool starts the workers.
func NewPool(workers int) *Pool {
	p := &Pool{jobs: make(chan []byte)}
	for range workers {
		go p.work()
	}
	return p
}

func (p *Pool) work() {
	for job := range p.jobs {
		checksum(job)
	}
}

// WorkersFixed gives jobs to 500 workers, most of which wait: they look like a leak, and are a pool.
func WorkersFixed(r *harness.Run) {
	p := NewPool(500)
	job := make([]byte, 4<<10)
	r.Every(func() { p.jobs <- job })
}
