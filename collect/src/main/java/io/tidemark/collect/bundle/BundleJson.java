package io.tidemark.collect.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.tidemark.model.observation.Target;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON of a bundle. Members that it doesn't know are skipped, so that bundles can grow. */
final class BundleJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Duration LONGEST = Duration.ofDays(366);

    private BundleJson() {}

    record Begin(Target target, Instant start) {}

    record End(Target target, Duration length, List<String> notes) {}

    /** What is known of a capture beside its bytes; {@code problem} is empty when it has some. */
    record CaptureRow(String name, Duration at, boolean isCollected, String problem) {}

    /** Reads the value of a member; what it doesn't know it skips. */
    private interface Member {
        void read(String name, JsonParser in) throws IOException;
    }

    static void requireVersion(byte[] json) throws IOException {
        String[] schema = {""};
        document(json, Entries.FIRST, (name, in) -> {
            if (name.equals("schema")) {
                schema[0] = text(in);
            }
        });
        if (schema[0].equals(Entries.SCHEMA)) {
            return;
        }
        boolean isOther = schema[0].startsWith(Entries.SCHEMA_PREFIX);
        throw new MalformedBundleException(
                isOther
                        ? "a bundle of another version (" + schema[0] + ", expected " + Entries.SCHEMA
                                + "); read it with a newer Tidemark"
                        : "not a bundle: " + Entries.FIRST + " without the schema " + Entries.SCHEMA);
    }

    static Begin begin(byte[] json, String entry) throws IOException {
        Fields fields = new Fields();
        document(json, entry, fields);
        return new Begin(fields.target.toTarget(), fields.start);
    }

    static End end(byte[] json, String entry) throws IOException {
        Fields fields = new Fields();
        document(json, entry, fields);
        return new End(fields.target.toTarget(), fields.length, fields.notes);
    }

    static List<CaptureRow> round(byte[] json, String entry) throws IOException {
        Fields fields = new Fields();
        document(json, entry, fields);
        return fields.captures;
    }

    private static void document(byte[] json, String entry, Member member) throws IOException {
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            object(in, member);
        } catch (JsonProcessingException e) {
            throw new MalformedBundleException(entry + ": broken JSON: " + e.getOriginalMessage(), e);
        } catch (MalformedBundleException e) {
            throw new MalformedBundleException(entry + ": " + e.getMessage(), e);
        } catch (DateTimeException e) {
            throw new MalformedBundleException(entry + ": no time: " + e.getMessage(), e);
        }
    }

    private static void object(JsonParser in, Member member) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedBundleException(in.currentToken() + " (expected an object)");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken before = in.nextToken();
            member.read(name, in);
            if (in.currentToken() == before && before.isStructStart()) {
                in.skipChildren();
            }
        }
    }

    private static String text(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedBundleException(in.currentName() + ": " + in.currentToken() + " (expected a text)");
        }
        return in.getText();
    }

    private static long number(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || in.getLongValue() < 0) {
            throw new MalformedBundleException(
                    in.currentName() + ": " + in.getText() + " (expected a whole number from 0 on)");
        }
        return in.getLongValue();
    }

    private static Duration duration(JsonParser in) throws IOException {
        Duration length = Duration.ofNanos(number(in));
        if (length.compareTo(LONGEST) > 0) {
            throw new MalformedBundleException(in.currentName() + ": " + length + " (expected no more than a year)");
        }
        return length;
    }

    /** Everything that the documents have; each has some of it. */
    private static final class Fields implements Member {
        private final TargetFields target = new TargetFields();
        private final List<String> notes = new ArrayList<>();
        private final List<CaptureRow> captures = new ArrayList<>();
        private Instant start = Instant.EPOCH;
        private Duration length = Duration.ZERO;

        @Override
        public void read(String name, JsonParser in) throws IOException {
            switch (name) {
                case "target" -> object(in, target);
                case "start" -> start = Instant.parse(text(in));
                case "lengthNanos" -> length = duration(in);
                case "notes" -> elements(in, () -> notes.add(text(in)));
                case "captures" -> elements(in, () -> captures.add(capture(in)));
                default -> {}
            }
        }
    }

    /** Takes an element of an array. */
    private interface Element {
        void read() throws IOException;
    }

    private static void elements(JsonParser in, Element element) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedBundleException(in.currentName() + ": " + in.currentToken() + " (expected an array)");
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    private static CaptureRow capture(JsonParser in) throws IOException {
        String[] texts = {"", ""};
        Duration[] at = {Duration.ZERO};
        boolean[] isCollected = {false};
        object(in, (name, value) -> {
            switch (name) {
                case "name" -> texts[0] = text(value);
                case "problem" -> texts[1] = text(value);
                case "atNanos" -> at[0] = duration(value);
                case "collected" -> isCollected[0] = value.currentToken() == JsonToken.VALUE_TRUE;
                default -> {}
            }
        });
        if (texts[0].isEmpty()) {
            throw new MalformedBundleException("a capture without a name");
        }
        return new CaptureRow(texts[0], at[0], isCollected[0], texts[1]);
    }

    private static final class TargetFields implements Member {
        private String url = "";
        private long pid;
        private String cgroup = "";
        private String runtime = "";
        private String command = "";

        @Override
        public void read(String name, JsonParser in) throws IOException {
            switch (name) {
                case "url" -> url = text(in);
                case "pid" -> pid = number(in);
                case "cgroup" -> cgroup = text(in);
                case "runtime" -> runtime = text(in);
                case "command" -> command = text(in);
                default -> {}
            }
        }

        Target toTarget() {
            return new Target(url, pid, cgroup, runtime, command);
        }
    }
}
