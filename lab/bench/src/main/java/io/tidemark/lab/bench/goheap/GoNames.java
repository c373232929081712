package io.tidemark.lab.bench.goheap;

import java.util.HashSet;
import java.util.Set;

/** Names of functions and files such as Go's compiler writes them, each name once. */
final class GoNames {
    private static final String[] STANDARD = {
        "archive/tar",
        "bufio",
        "bytes",
        "compress/flate",
        "compress/gzip",
        "context",
        "crypto/sha256",
        "crypto/tls",
        "database/sql",
        "encoding/base64",
        "encoding/binary",
        "encoding/hex",
        "encoding/json",
        "encoding/xml",
        "errors",
        "fmt",
        "html/template",
        "io",
        "io/fs",
        "log/slog",
        "maps",
        "math/big",
        "mime/multipart",
        "net",
        "net/http",
        "net/textproto",
        "net/url",
        "os",
        "path/filepath",
        "reflect",
        "regexp",
        "regexp/syntax",
        "slices",
        "sort",
        "strconv",
        "strings",
        "sync",
        "text/template",
        "time",
        "unicode/utf8",
    };
    private static final String[] ORIGINS = {
        "github.com/harbour",
        "github.com/harbour/platform",
        "github.com/jackc",
        "github.com/prometheus",
        "go.opentelemetry.io/otel",
        "go.uber.org",
        "golang.org/x",
        "google.golang.org",
        "gopkg.in",
        "k8s.io",
        "git.harbour.example/monorepo",
    };
    private static final String[] PROJECTS = {
        "berths", "cargo", "customs", "dredge", "fleet", "freight", "ledger", "lighthouse", "manifest", "mooring",
        "pilot", "quay", "rates", "registry", "rigging", "signal", "soundings", "tariff", "tides", "warehouse",
    };
    private static final String[] PACKAGES = {
        "api",
        "auth",
        "batch",
        "buffer",
        "cache",
        "client",
        "codec",
        "config",
        "encoder",
        "events",
        "handler",
        "index",
        "journal",
        "limits",
        "merge",
        "metrics",
        "middleware",
        "model",
        "planner",
        "pool",
        "proto",
        "query",
        "queue",
        "retry",
        "router",
        "server",
        "snapshot",
        "storage",
        "stream",
        "tracing",
        "transport",
        "worker",
    };
    private static final String[] TYPES = {
        "Arena", "Block", "Broker", "Cache", "Chunk", "Client", "Conn", "Cursor", "Decoder", "Encoder", "Entry",
        "Frame", "Handler", "Index", "Iterator", "Journal", "Loader", "Page", "Planner", "Reader", "Segment", "Server",
        "Session", "Shard", "Store", "Stream", "Table", "Tree", "Visitor", "Writer",
    };
    private static final String[] VERBS = {
        "Acquire",
        "Append",
        "Apply",
        "Build",
        "Clone",
        "Close",
        "Collect",
        "Commit",
        "Decode",
        "Dispatch",
        "Encode",
        "Expand",
        "Fetch",
        "Flush",
        "Grow",
        "Handle",
        "Insert",
        "Join",
        "Load",
        "Merge",
        "Next",
        "Open",
        "Parse",
        "Publish",
        "Read",
        "Resolve",
        "Scan",
        "Serve",
        "Split",
        "Store",
        "Update",
        "Validate",
        "Visit",
        "Write",
    };
    private static final String[] OBJECTS = {
        "",
        "All",
        "Batch",
        "Bytes",
        "Column",
        "Entry",
        "Event",
        "Field",
        "Group",
        "Header",
        "Item",
        "Key",
        "Label",
        "Line",
        "List",
        "Locked",
        "Message",
        "Node",
        "Options",
        "Path",
        "Range",
        "Record",
        "Request",
        "Response",
        "Row",
        "Slow",
        "State",
        "String",
        "Token",
        "Value",
    };
    private static final String[] FILES = {
        "buffer.go",
        "client.go",
        "codec.go",
        "conn.go",
        "doc.go",
        "handler.go",
        "impl.go",
        "server.go",
        "store.go",
        "types.go",
    };

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    GoNames(Dice dice) {
        this.dice = dice;
    }

    /** A function and the file that it is in. */
    record Name(String function, String file) {}

    Name next(boolean standard) {
        while (true) {
            String path = standard ? dice.pick(STANDARD) : dependency();
            String function = path + "." + symbol();
            if (taken.add(function)) {
                String root = standard ? "/usr/local/go/src/" : "/home/ci/go/pkg/mod/";
                return new Name(function, root + path + "/" + dice.pick(FILES));
            }
        }
    }

    private String dependency() {
        String path = dice.pick(ORIGINS) + "/" + dice.pick(PROJECTS);
        if (dice.chance(0.15)) {
            path += "/v" + (2 + dice.below(4));
        }
        if (dice.chance(0.3)) {
            path += "/internal";
        }
        return path + "/" + dice.pick(PACKAGES);
    }

    private String symbol() {
        String type = dice.pick(TYPES);
        String method = dice.pick(VERBS) + dice.pick(OBJECTS);
        double kind = dice.fraction();
        if (kind < 0.5) {
            return "(*" + type + ")." + method;
        }
        if (kind < 0.6) {
            return type + "." + method;
        }
        if (kind < 0.7) {
            return "(*" + type + "[...])." + method;
        }
        if (kind < 0.85) {
            return Character.toLowerCase(method.charAt(0)) + method.substring(1);
        }
        return "(*" + type + ")." + method + ".func" + (1 + dice.below(4));
    }
}
