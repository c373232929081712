// Package store keeps values by key, under one lock that everybody waits for.
package store

import "sync"

// Store is a map with a lock.
type Store[K comparable, V any] struct {
	mu     sync.Mutex
	values map[K]V
	packed []V
}

// New makes an empty store.
func New[K comparable, V any]() *Store[K, V] {
	return &Store[K, V]{values: map[K]V{}}
}

// Put keeps a value.
func (s *Store[K, V]) Put(key K, value V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.values[key] = value
}

// Keys lists the keys, in no order.
func (s *Store[K, V]) Keys() []K {
	s.mu.Lock()
	defer s.mu.Unlock()
	keys := make([]K, 0, len(s.values))
	for k := range s.values {
		keys = append(keys, k)
	}
	return keys
}

// Flush packs some values while others wait.
func (s *Store[K, V]) Flush(pack func(V) V) {
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.flush(pack)
		}()
	}
	wg.Wait()
}

func (s *Store[K, V]) flush(pack func(V) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for k, v := range s.values {
		s.packed = append(s.packed, pack(v))
		delete(s.values, k)
		if n++; n == 10 {
			return
		}
	}
}
