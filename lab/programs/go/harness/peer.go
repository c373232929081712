package harness

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// Peer is the other end of a program's connections, in a process of its own so that nothing of it is
// counted with the program. It serves on the listener, or does what the lines of its input say.
type Peer func(l net.Listener, lines <-chan string)

type peerProcess struct {
	cmd   *exec.Cmd
	stdin io.WriteCloser
}

// StartPeer starts a peer outside of the program's cgroup and returns its address.
func (r *Run) StartPeer(name string) string {
	addr, _ := r.StartPeerWithInput(name)
	return addr
}

// StartPeerWithInput starts a peer that reads lines.
func (r *Run) StartPeerWithInput(name string) (addr string, input io.Writer) {
	cmd := exec.Command("/proc/self/exe", "-peer", name)
	cmd.Env = os.Environ()
	return r.startChild(cmd)
}

// StartSidecar starts a peer that shares the program's cgroup.
func (r *Run) StartSidecar(name string) (addr string, input io.Writer) {
	cmd := exec.Command("/proc/self/exe", "-peer", name)
	cmd.Env = dedupe(append(os.Environ(), originEnv+"="+currentCgroup()))
	return r.startChild(cmd)
}

func (r *Run) startChild(cmd *exec.Cmd) (addr string, input io.Writer) {
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		log.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		log.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		log.Fatalf("%s: %v", cmd, err)
	}
	stdout.Close()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.peers = append(r.peers, &peerProcess{cmd: cmd, stdin: stdin})
	return strings.TrimSpace(line), stdin
}

// stop closes the input of the peer, which ends it.
func (p *peerProcess) stop() {
	p.stdin.Close()
	timer := time.AfterFunc(2*time.Second, func() { p.cmd.Process.Kill() })
	defer timer.Stop()
	p.cmd.Wait()
}

// servePeer is the main function of a peer. It ends when its input does, and so with the program.
func servePeer(peer Peer, name string) {
	if peer == nil {
		log.Fatalf("-peer %s: no such peer", name)
	}
	if origin, ok := os.LookupEnv(originEnv); ok && origin != currentCgroup() {
		if err := moveTo(origin); err != nil {
			log.Fatal(err)
		}
		restart(os.Environ())
	}
	// Ctrl-C in a terminal is for the program, which then ends its peers.
	signal.Ignore(syscall.SIGINT)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(l.Addr())
	os.Stdout.Close()
	lines := make(chan string, 1024)
	go peer(l, lines)
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		lines <- in.Text()
	}
	os.Exit(0)
}
