package users

import (
	"container/list"
	"fmt"
	"strings"

	"example.com/harness"
)

// Recent has the pages of the users who came last.
type Recent struct {
	capacity int
	order    *list.List
	byUser   map[string]*list.Element
}

type page struct {
	user, text string
}

// Page returns the page of a user, which may have to be rendered.
func (c *Recent) Page(user string) string {
	if e, ok := c.byUser[user]; ok {
		c.order.MoveToFront(e)
		return e.Value.(*page).text
	}
	p := &page{user: user, text: strings.Repeat("<p>Hello, "+user+"</p>", 60)}
	c.byUser[user] = c.order.PushFront(p)
	if c.order.Len() > c.capacity {
		oldest := c.order.Remove(c.order.Back()).(*page)
		delete(c.byUser, oldest.user)
	}
	return p.text
}

// LruBounded caches pages of ever new users, but 10,000 at most: healthy.
func LruBounded(r *harness.Run) {
	c := &Recent{capacity: 10_000, order: list.New(), byUser: map[string]*list.Element{}}
	n := 0
	r.Every(func() {
		n++
		c.Page(fmt.Sprintf("user-%d", n))
	})
}
