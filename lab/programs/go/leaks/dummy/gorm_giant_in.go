// Package dummy reads orders from a database.
package dummy

import (
	"database/sql"
	"io"
	"log"

	"example.com/harness"
	"example.com/leaks/stubdb"
	"github.com/jinzhu/gorm"
)

// Order is a row.
type Order struct {
	ID     int64
	Status string
}

// GetLargeData returns the orders with one of the ids.
func GetLargeData(db *gorm.DB, ids []int64) ([]Order, error) {
	var orders []Order
	err := db.Where("id IN (?)", ids).Find(&orders).Error
	return orders, err
}

// GormGiantIn asks for 2,000 ids in one statement while the ORM logs its statements. Building and
// formatting the text takes tens of MB a call; none of it stays.
func GormGiantIn(r *harness.Run) {
	db, err := gorm.Open("mysql", sql.OpenDB(stubdb.Connector{}))
	if err != nil {
		log.Fatal(err)
	}
	db.LogMode(true)
	db.SetLogger(gorm.Logger{LogWriter: log.New(io.Discard, "\r\n", 0)})
	ids := make([]int64, 2000)
	for i := range ids {
		ids[i] = int64(1_000_000_007 * (i + 1))
	}
	r.Every(func() {
		go func() {
			if _, err := GetLargeData(db, ids); err != nil {
				r.Log(err)
			}
		}()
	})
}
