package harness

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Truth is what is known about one program of the lab: what a diagnosis of it should say.
type Truth struct {
	Name   string `json:"name"`
	Number int    `json:"number"` // in the list of the lab; 0 for those that were added
	About  string `json:"about"`  // what is wrong, or why nothing is, in one sentence
	Class  string `json:"class"`  // leak, problem, waste or healthy
	Kind   string `json:"kind"`   // see Kinds; "none" when there is nothing to say
	// Signature is the name of the defect in the catalogue, such as G06; empty for none.
	Signature string    `json:"signature,omitempty"`
	Also      []Finding `json:"also,omitempty"` // what a complete answer says besides
	Culprit   *Culprit  `json:"culprit,omitempty"`
	Object    string    `json:"object,omitempty"` // what there is ever more of
	Fix       []string  `json:"fix,omitempty"`    // a right advice has one of these words
	Healthy   bool      `json:"healthy"`
	Event     string    `json:"event"` // what -rate counts
	// PerEvent is what stays of one event: the true slope. Its keys are those of labtest.Snapshot.
	PerEvent map[string]float64 `json:"per_event,omitempty"`
	// State is what doesn't depend on the number of events, with the same keys.
	State map[string]float64 `json:"state,omitempty"`
	// Slack is how far, of 1, bytes may be from PerEvent in a few seconds; 0.2 if it isn't given.
	Slack float64 `json:"slack,omitempty"`
	// Rates are the events a second called slow, medium and fast.
	Rates map[string]float64 `json:"rates"`
	// Undecidable lists the rates at which MinSeconds may be too short: undecided is right there, too.
	Undecidable []string `json:"undecidable,omitempty"`
	// Unnamed lists the rates at which the culprit is in no heap, allocs or goroutine profile after
	// MinSeconds: what is wrong can be found there, who did it can't.
	Unnamed    []string `json:"unnamed,omitempty"`
	MinSeconds int      `json:"min_seconds"` // how long an observation has to be
	// Warmup is how many seconds pass until the program is in the state described.
	Warmup    int               `json:"warmup,omitempty"`
	Env       map[string]string `json:"env,omitempty"`        // set before the program starts
	CgroupMiB int               `json:"cgroup_mib,omitempty"` // the limit of the cgroup it wants
	CapMiB    int               `json:"cap_mib,omitempty"`    // where its load stops, if not at 400
	// Quiet programs get little garbage with -noise, because they wouldn't survive more.
	Quiet bool     `json:"quiet,omitempty"`
	Needs []string `json:"needs,omitempty"` // cgo, tmpfs, linux, cgroup
	Split string   `json:"split"`           // train or test
}

func (t Truth) capMiB() int {
	if t.CapMiB == 0 {
		return 400
	}
	return t.CapMiB
}

// Finding is something else that is true about a program.
type Finding struct {
	Kind      string `json:"kind"`
	Signature string `json:"signature,omitempty"`
}

// Culprit is the function of the program that a diagnosis should name.
type Culprit struct {
	Function string   `json:"function"` // as profiles spell it
	File     string   `json:"file"`
	Also     []string `json:"also,omitempty"` // functions that are right, too
}

// Kinds are the values of [Truth.Kind].
var Kinds = []string{
	"heap-growth", "goroutine-leak", "thread-leak", "connection-leak", "fd-leak", "off-heap-growth", "page-cache",
	"gc-misconfiguration", "limit-risk", "allocation-churn", "memory-spike", "retained-after-peak", "load-driven", "none",
}

// ParseTruth reads an array of truths; a field that it doesn't know is an error.
func ParseTruth(data []byte) ([]Truth, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var truths []Truth
	if err := d.Decode(&truths); err != nil {
		return nil, fmt.Errorf("truth.json: %w", err)
	}
	return truths, nil
}
