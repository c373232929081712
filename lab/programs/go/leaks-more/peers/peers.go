// Package peers has the other ends of the programs' connections. Each runs in a process of its own.
package peers

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Ok answers every request.
func Ok(l net.Listener, _ <-chan string) {
	log.Fatal(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })))
}

// Gone answers every request with 410.
func Gone(l net.Listener, _ <-chan string) {
	log.Fatal(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "moved away", http.StatusGone)
	})))
}

// Database answers each line after 150 ms.
func Database(l net.Listener, _ <-chan string) {
	accept(l, func(conn net.Conn) {
		for in := bufio.NewScanner(conn); in.Scan(); {
			time.Sleep(150 * time.Millisecond)
			fmt.Fprintln(conn, "1")
		}
	})
}

// Redis speaks as much of version 2 of the protocol as a subscriber needs. Each subscription gets one message.
func Redis(l net.Listener, _ <-chan string) {
	accept(l, func(conn net.Conn) {
		in := bufio.NewReader(conn)
		for {
			command, err := readCommand(in)
			if err != nil {
				return
			}
			switch strings.ToLower(command[0]) {
			case "hello":
				fmt.Fprint(conn, "-ERR unknown command\r\n")
			case "subscribe":
				fmt.Fprintf(conn, "*3\r\n%s%s:1\r\n", bulk("subscribe"), bulk(command[1]))
				fmt.Fprintf(conn, "*3\r\n%s%s%s", bulk("message"), bulk(command[1]), bulk("receipt"))
			case "ping":
				fmt.Fprintf(conn, "*2\r\n%s%s", bulk("pong"), bulk(""))
			default:
				fmt.Fprint(conn, "+OK\r\n")
			}
		}
	})
}

// readCommand reads an array of bulk strings.
func readCommand(in *bufio.Reader) ([]string, error) {
	n, err := readLength(in, "*")
	if err != nil {
		return nil, err
	}
	words := make([]string, n)
	for i := range words {
		length, err := readLength(in, "$")
		if err != nil {
			return nil, err
		}
		word := make([]byte, length+2)
		if _, err := io.ReadFull(in, word); err != nil {
			return nil, err
		}
		words[i] = string(word[:length])
	}
	return words, nil
}

func readLength(in *bufio.Reader, mark string) (int, error) {
	line, err := in.ReadString('\n')
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(strings.TrimSpace(strings.TrimPrefix(line, mark)))
}

func bulk(text string) string { return fmt.Sprintf("$%d\r\n%s\r\n", len(text), text) }

// Viewers reads each URL for 15 s.
func Viewers(_ net.Listener, urls <-chan string) {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	for url := range urls {
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
			defer cancel()
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
			if err != nil {
				log.Print(err)
				return
			}
			resp, err := client.Do(req)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}()
	}
}

func accept(l net.Listener, serve func(net.Conn)) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer conn.Close()
			serve(conn)
		}()
	}
}
