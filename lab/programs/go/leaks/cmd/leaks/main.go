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
	"example.com/leaks/gateway"
	"example.com/leaks/orders"
	"example.com/leaks/peers"
	"example.com/leaks/pool"
	"example.com/leaks/report"
	"example.com/leaks/store"
	"example.com/leaks/svc"
	"example.com/leaks/users"
	"example.com/leaks/util"
	"example.com/leaks/web"
)

func main() {
	harness.Main(leaks.Truth, programs, map[string]harness.Peer{
		"bodies":      peers.Bodies,
		"converter":   peers.Converter,
		"grpc":        peers.Grpc,
		"metrics":     peers.Metrics,
		"silent":      peers.Silent,
		"slow":        peers.Slow,
		"unavailable": peers.Unavailable,
		"vanishing":   peers.Vanishing,
		"websockets":  peers.Websockets,
	})
}

var programs = map[string]harness.Program{
	"cache-stable-keys":           agent.CacheStableKeys,
	"cache-timestamp-key":         agent.CacheTimestampKey,
	"readall-bodies":              agent.ReadallBodies,
	"text-to-prompb":              agent.TextToPrompb,
	"append-only":                 dummy.AppendOnly,
	"gorm-giant-in":               dummy.GormGiantIn,
	"body-closed":                 gateway.BodyClosed,
	"body-not-closed":             gateway.BodyNotClosed,
	"config-step":                 gateway.ConfigStep,
	"conn-no-deadline":            gateway.ConnNoDeadline,
	"ctx-cancelled":               gateway.CtxCancelled,
	"ctx-never-cancelled":         gateway.CtxNeverCancelled,
	"diurnal":                     gateway.Diurnal,
	"idle-echo":                   gateway.IdleEcho,
	"keepalive-pool":              gateway.KeepalivePool,
	"load-driven":                 gateway.LoadDriven,
	"mutex-deadlock":              gateway.MutexDeadlock,
	"transport-per-request":       gateway.TransportPerRequest,
	"unbounded-goroutines":        gateway.UnboundedGoroutines,
	"warm-up":                     gateway.WarmUp,
	"websocket-hub":               gateway.WebsocketHub,
	"websocket-users":             gateway.WebsocketUsers,
	"withcancel-long-parent":      gateway.WithcancelLongParent,
	"chan-send-early-return":      orders.ChanSendEarlyReturn,
	"errgroup-blocked":            orders.ErrgroupBlocked,
	"nil-channel":                 orders.NilChannel,
	"queue-backlog":               orders.QueueBacklog,
	"queue-bursts":                orders.QueueBursts,
	"range-never-closed":          orders.RangeNeverClosed,
	"singleflight-hangs":          orders.SingleflightHangs,
	"waitgroup-missed-done":       orders.WaitgroupMissedDone,
	"ants-per-batch":              pool.AntsPerBatch,
	"ants-shared":                 pool.AntsShared,
	"workers-fixed":               pool.WorkersFixed,
	"workers-without-context":     pool.WorkersWithoutContext,
	"buffers-per-request":         report.BuffersPerRequest,
	"buffers-pooled":              report.BuffersPooled,
	"child-hog":                   report.ChildHog,
	"churn":                       report.Churn,
	"deep-recursion":              report.DeepRecursion,
	"gogc-500":                    report.Gogc500,
	"goroutine-burst":             report.GoroutineBurst,
	"memory-limit-too-low":        report.MemoryLimitTooLow,
	"no-memory-limit":             report.NoMemoryLimit,
	"pool-bursts":                 report.PoolBursts,
	"spike-then-idle":             report.SpikeThenIdle,
	"steady-churn":                report.SteadyChurn,
	"anon-mmap":                   store.AnonMmap,
	"blocked-finalizer":           store.BlockedFinalizer,
	"file-mmap":                   store.FileMmap,
	"file-not-closed-dropped":     store.FileNotClosedDropped,
	"file-not-closed-kept":        store.FileNotClosedKept,
	"flock-threads":               store.FlockThreads,
	"fsnotify-per-call":           store.FsnotifyPerCall,
	"pipe-not-closed":             store.PipeNotClosed,
	"rows-not-closed":             store.RowsNotClosed,
	"rows-pool-exhausted":         store.RowsPoolExhausted,
	"sql-open-per-request":        store.SQLOpenPerRequest,
	"sql-shared":                  store.SQLShared,
	"tmpfs-writer":                store.TmpfsWriter,
	"grpc-dial-behind-cache":      svc.GrpcDialBehindCache,
	"grpc-dial-per-call":          svc.GrpcDialPerCall,
	"grpc-shared-conn":            svc.GrpcSharedConn,
	"lru-bounded":                 users.LruBounded,
	"map-emptied":                 users.MapEmptied,
	"map-per-user":                users.MapPerUser,
	"seen-set":                    users.SeenSet,
	"small-leak-20k":              users.SmallLeak,
	"small-leak-5k":               users.SmallLeak,
	"substring-pins":              users.SubstringPins,
	"log-writer":                  util.LogWriter,
	"lumberjack-and-log":          util.LumberjackAndLog,
	"lumberjack-closed":           util.LumberjackClosed,
	"lumberjack-per-call":         util.LumberjackPerCall,
	"lumberjack-shared":           util.LumberjackShared,
	"gzip-per-request":            web.GzipPerRequest,
	"gzip-pooled":                 web.GzipPooled,
	"metrics-bounded":             web.MetricsBounded,
	"metrics-uuid-label":          web.MetricsUUIDLabel,
	"regexp-kept":                 web.RegexpKept,
	"regexp-per-call":             web.RegexpPerCall,
	"ticker-not-stopped":          web.TickerNotStopped,
	"ticker-dropped":              web.TickerDropped,
	"tracer-provider-per-request": web.TracerProviderPerRequest,
	"zap-per-request":             web.ZapPerRequest,
}
