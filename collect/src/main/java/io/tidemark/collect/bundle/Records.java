package io.tidemark.collect.bundle;

import io.tidemark.model.json.JsonWriter;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes the JSON of a bundle. */
final class Records {
    private Records() {}

    /** Something that writes the members of an object. */
    private interface Members {
        void write(JsonWriter json) throws IOException;
    }

    static byte[] first() throws IOException {
        return object(json -> json.member("schema", Entries.SCHEMA));
    }

    static byte[] begin(Target target, Instant start) throws IOException {
        return object(json -> {
            target(json, target);
            json.member("start", start.toString());
        });
    }

    static byte[] end(Target target, Duration length, List<String> notes) throws IOException {
        return object(json -> {
            target(json, target);
            json.member("lengthNanos", length.toNanos()).name("notes").beginArray();
            for (String note : notes) {
                json.value(note);
            }
            json.end();
        });
    }

    static byte[] round(List<Capture> captures) throws IOException {
        return object(json -> {
            json.name("captures").beginArray();
            for (Capture capture : captures) {
                json.inline().beginObject().member("name", capture.name());
                json.member("atNanos", capture.at().toNanos());
                if (capture.isFailed()) {
                    json.member("problem", capture.problem());
                } else {
                    json.member("collected", capture.isCollected());
                }
                json.end();
            }
            json.end();
        });
    }

    private static void target(JsonWriter json, Target target) throws IOException {
        json.name("target").beginObject();
        json.member("url", target.url()).member("pid", target.pid()).member("cgroup", target.cgroup());
        json.member("runtime", target.runtime())
                .member("command", target.command())
                .end();
    }

    private static byte[] object(Members members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(bytes).beginObject();
        members.write(json);
        json.end().flush();
        return bytes.toByteArray();
    }
}
