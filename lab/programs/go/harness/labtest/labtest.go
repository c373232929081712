package labtest

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"example.com/harness"
)

type process struct {
	cmd   *exec.Cmd
	addr  string
	pid   int
	ended bool
}

// Suite is what is tested of a binary.
type Suite struct {
	Truth  []byte // truth.json
	Module string // what the names of its functions start with
	Root   string // directory of the module
	Main   string // package of the binary
	Cgo    string // CGO_ENABLED
	Hungry string // a program that takes more than 60 MB within 3 s, at Rate
	Rate   string // events a second of Hungry
}

// Run checks the truths, builds the binary and measures each of its programs.
func (s Suite) Run(t *testing.T) {
	truths, err := harness.ParseTruth(s.Truth)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("truth", func(t *testing.T) { checkTruths(t, truths, s.Module, s.Root) })
	t.Run("README", func(t *testing.T) { checkReadme(t, truths) })
	binary := build(t, s.Main, s.Cgo)
	if s.Hungry != "" {
		t.Run("limits", func(t *testing.T) { limits(t, binary, s.Hungry, s.Rate) })
	}
	for _, truth := range truths {
		t.Run(truth.Name, func(t *testing.T) {
			t.Parallel()
			measure(t, binary, truth)
		})
	}
}

func build(t *testing.T, main, cgo string) string {
	binary := filepath.Join(t.TempDir(), "programs")
	cmd := exec.Command("go", "build", "-o", binary, main)
	cmd.Env = append(os.Environ(), "CGO_ENABLED="+cgo)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// measure starts the program, lets it run twice, and compares what stayed with the truth.
func measure(t *testing.T, binary string, truth harness.Truth) {
	p, _ := run(t, binary, truth.Name, "-seconds", "120", "-rate", fmt.Sprint(rate(truth)))
	settle := time.Duration(truth.Warmup) * time.Second
	if settle == 0 {
		settle = time.Second
	}
	time.Sleep(settle)
	calm := 0
	if truth.Healthy {
		calm = 12 // what ends by itself gets the time to end
	}
	before := p.rest(t, calm)
	p.command(t, "/lab/resume")
	p.await(t, before["events"]+20, 3*time.Second)
	during, err := p.snapshot()
	if err != nil {
		t.Fatal(err)
	}
	after := p.rest(t, calm)
	n := after["events"] - before["events"]
	t.Logf("%s: %v events, %v", truth.Name, n, difference(before, after))
	if n == 0 {
		t.Fatalf("no event within 3 s at %v a second", rate(truth))
	}
	for key, want := range truth.PerEvent {
		check(t, key+" per event", (after[key]-before[key])/n, want, key, n, truth.Slack)
	}
	for key, want := range truth.State {
		check(t, key, during[key], want, key, 1, truth.Slack)
	}
	if truth.Healthy {
		for _, key := range []string{"goroutines", "threads", "fds"} {
			if _, told := truth.PerEvent[key]; !told && after[key]-before[key] > 5+0.1*before[key] {
				t.Errorf("%s: %v -> %v (expected no growth of a healthy program)", key, before[key], after[key])
			}
		}
	}
}

// check compares counts to within one, or 1 in 50, and bytes to within what the runtime rounds up. Where
// nothing should stay, the idle connections of the client, up to 16, are nothing.
func check(t *testing.T, what string, got, want float64, key string, n, slack float64) {
	t.Helper()
	tolerance := 0.02*math.Abs(want) + 1/n
	if want == 0 {
		tolerance = max(17, 0.05*n) / n
	}
	if 0 < want && want < 0.1 { // one in many events leaves several
		tolerance = 0.1 * want
	}
	if strings.HasSuffix(key, "_bytes") {
		tolerance = max(0.2, slack)*math.Abs(want) + 300e3/n
	}
	if key == "offheap_bytes" || key == "anon_bytes" { // pages of the runtime's own come and go
		tolerance += 1.2e6 / n
	}
	if strings.HasSuffix(key, "_ratio") {
		tolerance = 0.1 * want
	}
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s: %.2f (expected %.2f, give or take %.2f)", what, got, want, tolerance)
	}
}

// rate is the fast one, or up to ten times that where an event leaves few bytes to measure.
func rate(truth harness.Truth) float64 {
	const enough = 2e6 // bytes a second
	fast, faster := truth.Rates["fast"], 1.0
	for key, bytes := range truth.PerEvent {
		if strings.HasSuffix(key, "_bytes") && bytes > 0 {
			faster = max(faster, min(10, enough/(bytes*fast)))
		}
	}
	return fast * faster
}

// rest pauses the load and waits for some rounds, and then until the counts stay the same.
func (p *process) rest(t *testing.T, rounds int) Snapshot {
	t.Helper()
	p.command(t, "/lab/pause")
	var last Snapshot
	for round := range rounds + 20 {
		time.Sleep(150 * time.Millisecond)
		if round < rounds {
			continue
		}
		s, err := p.snapshot()
		if err != nil {
			t.Fatal(err)
		}
		if last != nil && s["goroutines"] == last["goroutines"] && s["fds"] == last["fds"] && s["threads"] == last["threads"] {
			return s
		}
		last = s
	}
	return last
}

// await returns when there were that many events and a second has passed, or at the deadline.
func (p *process) await(t *testing.T, events float64, limit time.Duration) {
	t.Helper()
	start := time.Now()
	for {
		time.Sleep(100 * time.Millisecond)
		var s harness.Status
		if err := p.getJSON("/lab", &s); err != nil {
			t.Fatal(err)
		}
		if passed := time.Since(start); passed > limit || passed > time.Second && float64(s.Events) >= events {
			return
		}
	}
}

func (p *process) command(t *testing.T, path string) {
	t.Helper()
	if _, err := p.get(path); err != nil {
		t.Fatal(err)
	}
}

func (p *process) end() error {
	if p.ended {
		return nil
	}
	p.ended = true
	p.cmd.Process.Signal(syscall.SIGTERM)
	killer := time.AfterFunc(10*time.Second, func() { p.cmd.Process.Kill() })
	defer killer.Stop()
	return p.cmd.Wait()
}

func difference(before, after Snapshot) string {
	var parts []string
	for key, value := range after {
		if d := value - before[key]; d != 0 && key != "events" {
			parts = append(parts, fmt.Sprintf("%s %.6g%+.4g", key, before[key], d))
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}
