package web

import (
	"context"

	"example.com/harness"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// discard is where the traces go.
type discard struct{}

func (discard) ExportSpans(context.Context, []sdktrace.ReadOnlySpan) error { return nil }
func (discard) Shutdown(context.Context) error                             { return nil }

// traceCheckout records how a checkout goes.
func traceCheckout(ctx context.Context) {
	provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(discard{}))
	_, span := provider.Tracer("shop").Start(ctx, "checkout")
	defer span.End()
}

// TracerProviderPerRequest makes a provider for each checkout and shuts none down. Each has a goroutine that
// sends batches, and a queue for 2,048 spans.
func TracerProviderPerRequest(r *harness.Run) {
	r.Every(func() { traceCheckout(r.Context) })
}
