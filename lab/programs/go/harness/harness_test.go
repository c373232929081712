package harness

import (
	"context"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestEvery_keepsTheRate(t *testing.T) {
	for _, rate := range []float64{7, 50, 3000} {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		r := newRun(ctx, Truth{}, rate, 1)
		n := 0.0
		r.Every(func() { n++ })
		if math.Abs(n-rate) > 1+0.2*rate {
			t.Errorf("%v events in a second (expected %v)", n, rate)
		}
	}
}

func TestEvery_doesNothingWhilePausedOrCapped(t *testing.T) {
	reason := "full"
	for _, hold := range []func(*Run){
		func(r *Run) { r.pause(httptest.NewRecorder(), true) },
		func(r *Run) { r.capped.Store(&reason) },
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
		defer cancel()
		r := newRun(ctx, Truth{}, 100, 1)
		hold(r)
		r.Every(func() { t.Error("an event") })
	}
}

func TestSwing_isRoundOneAndRepeatsWithTheSeed(t *testing.T) {
	a, b := newRun(context.Background(), Truth{}, 1, 7), newRun(context.Background(), Truth{}, 1, 7)
	a.noise, b.noise = true, true
	sum := 0.0
	for second := range 40 {
		at := time.Duration(second) * time.Second
		sum += a.swing(a.start.Add(at))
		if a.swing(a.start.Add(at)) != b.swing(b.start.Add(at)) {
			t.Fatalf("after %v: another load with the same seed", at)
		}
	}
	if math.Abs(sum/40-1) > 0.01 {
		t.Errorf("mean of a period: %v (expected 1)", sum/40)
	}
}

func TestStatus_isWhatTheLoadHasDone(t *testing.T) {
	r := newRun(context.Background(), Truth{Name: "p"}, 1, 1)
	r.happen(func() {})
	w := httptest.NewRecorder()
	r.writeStatus(w)
	if want := `{"program":"p","events":1,"paused":false}` + "\n"; w.Body.String() != want || w.Code != http.StatusOK {
		t.Errorf("%s (expected %s)", w.Body, want)
	}
}

func TestCgroupLimit(t *testing.T) {
	truth := Truth{CgroupMiB: 256}
	for flag, want := range map[string]int{"auto": 256, "none": 0, "64": 64} {
		if got, err := cgroupLimit(truth, flag); err != nil || got != want {
			t.Errorf("-cgroup %s: %d, %v (expected %d)", flag, got, err, want)
		}
	}
	for _, flag := range []string{"", "1", "much"} {
		if _, err := cgroupLimit(truth, flag); err == nil {
			t.Errorf("-cgroup %q: no error", flag)
		}
	}
}

func TestDedupe_keepsTheLast(t *testing.T) {
	got := dedupe([]string{"GOGC=100", "HOME=/", "GOGC=500"})
	if want := []string{"HOME=/", "GOGC=500"}; !slices.Equal(got, want) {
		t.Errorf("%v (expected %v)", got, want)
	}
}

func TestParseTruth_namesAnUnknownField(t *testing.T) {
	if _, err := ParseTruth([]byte(`[{"name": "p", "clas": "leak"}]`)); err == nil || !strings.Contains(err.Error(), "clas") {
		t.Errorf("%v (expected an error about clas)", err)
	}
}
