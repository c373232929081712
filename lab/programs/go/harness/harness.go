// Package harness starts, feeds and bounds the programs of the lab.
//
// A program is a function that gets a [Run] and calls [Run.Every] with what one event does. The package
// adds the rest of a service: flags, the profile endpoints, a load, background noise, peers in processes
// of their own, a limit on memory, and an end.
package harness

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// Program is the body of a program. It returns when the run ends, or leaves the waiting to Main.
type Program func(*Run)

// Main runs the program or the peer that the command line names, and doesn't return.
func Main(truth []byte, programs map[string]Program, peers map[string]Peer) {
	log.SetFlags(0)
	truths, err := ParseTruth(truth)
	if err != nil {
		log.Fatal(err)
	}
	args := os.Args[1:]
	switch {
	case len(args) == 0:
		log.Fatalf("usage: %s PROGRAM [flags] | -list", os.Args[0])
	case args[0] == "-list":
		List(os.Stdout, truths)
	case args[0] == "-peer" && len(args) > 1:
		peer := peers[args[1]]
		if args[1] == clientPeer {
			peer = sendRequests
		}
		servePeer(peer, args[1])
	default:
		start(find(truths, args[0]), programs[args[0]], args[1:])
	}
}

func find(truths []Truth, name string) Truth {
	for _, t := range truths {
		if t.Name == name {
			return t
		}
	}
	log.Fatalf("%s: no such program (-list lists them)", name)
	return Truth{}
}

func start(truth Truth, program Program, args []string) {
	if program == nil {
		log.Fatalf("%s: has a truth but isn't in this binary", truth.Name)
	}
	flags := flag.NewFlagSet(truth.Name, flag.ExitOnError)
	rate := flags.Float64("rate", truth.Rates["medium"], "events a second: "+truth.Event)
	noise := flags.Bool("noise", false, "allocate 20 MB/s in the background and let the load rise and fall")
	seed := flags.Int64("seed", 1, "of the noise and of everything else that is drawn by lot")
	listen := flags.String("listen", "127.0.0.1:0", "where to serve /debug/pprof")
	seconds := flags.Float64("seconds", 600, "when to stop")
	limit := flags.Int("cap", truth.capMiB(), "MiB of memory at which the load stops")
	cgroup := flags.String("cgroup", "auto", "run in a memory cgroup of its own: MiB, none, or auto: where the truth wants one")
	flags.Parse(args)
	if *rate <= 0 {
		log.Fatalf("-rate: %v (expected events a second, more than 0)", *rate)
	}
	group := prepare(truth, *cgroup)

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, time.Duration(*seconds*float64(time.Second)))
	defer cancel()
	run := newRun(ctx, truth, *rate, *seed)
	run.noise = *noise
	run.cgroup = group
	addr, err := run.serve(*listen)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on %s pid %d\n", addr, os.Getpid())
	if group != "" {
		fmt.Printf("cgroup %s\n", group)
	}
	go run.guard(int64(*limit) << 20)
	if *noise {
		go run.makeNoise()
	}
	program(run)
	<-ctx.Done()
	run.close()
}

// prepare gives the process the environment and the cgroup that it needs. Both take effect when a
// process starts, so it starts itself again, once, with the same process id.
func prepare(truth Truth, cgroup string) (group string) {
	if origin, ok := os.LookupEnv(originEnv); ok {
		if group = currentCgroup(); group == origin {
			return ""
		}
		return group
	}
	env := os.Environ()
	for key, value := range truth.Env {
		env = append(env, key+"="+value)
	}
	origin := currentCgroup()
	limit, err := cgroupLimit(truth, cgroup)
	if err != nil {
		log.Fatal(err)
	}
	if limit == 0 && len(truth.Env) == 0 {
		return ""
	}
	if limit > 0 {
		if err := enterCgroup(limit); err != nil {
			log.Printf("no cgroup of its own: %v", err)
		}
	}
	restart(append(env, originEnv+"="+origin))
	return ""
}

func restart(env []string) {
	if err := syscall.Exec("/proc/self/exe", os.Args, dedupe(env)); err != nil {
		log.Fatal(err)
	}
}

// dedupe keeps the last value of each variable.
func dedupe(env []string) []string {
	last := map[string]int{}
	for i, e := range env {
		name, _, _ := strings.Cut(e, "=")
		last[name] = i
	}
	var kept []string
	for i, e := range env {
		if name, _, _ := strings.Cut(e, "="); last[name] == i {
			kept = append(kept, e)
		}
	}
	return kept
}
