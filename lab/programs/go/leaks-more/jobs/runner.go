// Package jobs does what is due.
package jobs

import (
	"encoding/json"
	"fmt"
	"strings"

	"example.com/harness"
	"github.com/robfig/cron/v3"
)

// Job is a letter that is due from time to time.
type Job struct {
	Name     string `json:"name"`
	Schedule string `json:"schedule"`
	Template string `json:"template"`
}

// Runner runs the jobs of a configuration.
type Runner struct {
	cron *cron.Cron
	sent int
}

// Reload takes over a configuration.
func (r *Runner) Reload(config []byte) error {
	var all []Job
	if err := json.Unmarshal(config, &all); err != nil {
		return err
	}
	for _, job := range all {
		if _, err := r.cron.AddFunc(job.Schedule, func() { r.send(job) }); err != nil {
			return fmt.Errorf("job %s: %w", job.Name, err)
		}
	}
	return nil
}

func (r *Runner) send(job Job) { r.sent += len(job.Template) }

// CronReload reads its configuration again and again. The jobs of the last time stay in the schedule.
func CronReload(run *harness.Run) {
	var all []Job
	for i := range 10 {
		all = append(all, Job{
			Name: fmt.Sprint("letter-", i), Schedule: fmt.Sprintf("%d 3 1 1 *", i),
			Template: strings.Repeat("Dear customer, ", 500),
		})
	}
	config, err := json.Marshal(all)
	if err != nil {
		run.Log(err)
		return
	}
	r := &Runner{cron: cron.New()}
	r.cron.Start()
	run.Every(func() {
		if err := r.Reload(config); err != nil {
			run.Log(err)
		}
	})
}
