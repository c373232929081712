// Leaks are programs with a known defect of memory, or with none, for a diagnosis to be measured against.
//
//	leaks PROGRAM [-rate R] [-noise] [-seed N] [-listen ADDR] [-seconds N] [-cap MIB] [-cgroup MIB|none|auto]
//	leaks -list
package main

import (
	"example.com/harness"
	"example.com/leaks"
	"example.com/leaks/agent"
	"example.com/leaks/dummy"
	"example.com/leaks/peers"
	"example.com/leaks/pool"
	"example.com/leaks/report"
	"example.com/leaks/svc"
	"example.com/leaks/util"
)

func main() {
	harness.Main(leaks.Truth, programs, map[string]harness.Peer{
		"bodies":  peers.Bodies,
		"grpc":    peers.Grpc,
		"metrics": peers.Metrics,
	})
}

var programs = map[string]harness.Program{
	"lumberjack-per-call":     util.LumberjackPerCall,
	"lumberjack-closed":       util.LumberjackClosed,
	"lumberjack-shared":       util.LumberjackShared,
	"log-writer":              util.LogWriter,
	"lumberjack-and-log":      util.LumberjackAndLog,
	"grpc-dial-per-call":      svc.GrpcDialPerCall,
	"grpc-dial-behind-cache":  svc.GrpcDialBehindCache,
	"grpc-shared-conn":        svc.GrpcSharedConn,
	"cache-timestamp-key":     agent.CacheTimestampKey,
	"cache-stable-keys":       agent.CacheStableKeys,
	"readall-bodies":          agent.ReadallBodies,
	"text-to-prompb":          agent.TextToPrompb,
	"gorm-giant-in":           dummy.GormGiantIn,
	"append-only":             dummy.AppendOnly,
	"ants-per-batch":          pool.AntsPerBatch,
	"ants-shared":             pool.AntsShared,
	"workers-without-context": pool.WorkersWithoutContext,
	"gogc-500":                report.Gogc500,
	"buffers-per-request":     report.BuffersPerRequest,
	"buffers-pooled":          report.BuffersPooled,
}
