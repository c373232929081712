// Services are the programs of the lab by which a diagnosis is judged and never tuned.
//
//	leaks-more PROGRAM [-rate R] [-noise] [-seed N] [-listen ADDR] [-seconds N] [-cap MIB] [-cgroup MIB|none|auto]
//	leaks-more -list
package main

import (
	_ "embed"

	"example.com/harness"
	"platform.example/services/audit"
	"platform.example/services/catalog"
	"platform.example/services/chat"
	"platform.example/services/db"
	"platform.example/services/edge"
	"platform.example/services/etl"
	"platform.example/services/feed"
	"platform.example/services/geo"
	"platform.example/services/ingest"
	"platform.example/services/integrations"
	"platform.example/services/jobs"
	"platform.example/services/ledger"
	"platform.example/services/logview"
	"platform.example/services/mail"
	"platform.example/services/media"
	"platform.example/services/nightly"
	"platform.example/services/orders"
	"platform.example/services/peers"
	"platform.example/services/pricelist"
	"platform.example/services/pricing"
	"platform.example/services/queue"
	"platform.example/services/quotes"
	"platform.example/services/render"
	"platform.example/services/webhooks"
)

//go:embed truth.json
var truth []byte

func main() {
	harness.Main(truth, programs, map[string]harness.Peer{
		"database": peers.Database,
		"gone":     peers.Gone,
		"ok":       peers.Ok,
		"redis":    peers.Redis,
		"viewers":  peers.Viewers,
	})
}

var programs = map[string]harness.Program{
	"sprintf-trail":        audit.SprintfTrail,
	"ristretto-fills":      catalog.RistrettoFills,
	"pubsub-ghosts":        chat.PubsubGhosts,
	"sse-turnover":         chat.SseTurnover,
	"pool-breathing":       db.PoolBreathing,
	"limiter-janitor":      edge.LimiterJanitor,
	"import-stuck":         etl.ImportStuck,
	"collector-off":        feed.CollectorOff,
	"lazy-tables":          geo.LazyTables,
	"segment-flush":        ingest.SegmentFlush,
	"client-per-tenant":    integrations.ClientPerTenant,
	"cron-reload":          jobs.CronReload,
	"limit-over-container": ledger.LimitOverContainer,
	"tail-per-viewer":      logview.TailPerViewer,
	"context-chain":        mail.ContextChain,
	"command-not-waited":   media.CommandNotWaited,
	"batch-peaks":          nightly.BatchPeaks,
	"redis-subscriptions":  orders.RedisSubscriptions,
	"readfile-whole":       pricelist.ReadFileWhole,
	"ttl-without-janitor":  pricing.TTLWithoutJanitor,
	"rebalance-step":       queue.RebalanceStep,
	"json-service":         quotes.JSONService,
	"mapped-scratch":       render.MappedScratch,
	"retry-forever":        webhooks.RetryForever,
}
