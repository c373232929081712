package io.tidemark.collect.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles that somebody made who means harm, or who had no idea. */
class HostileBundleTest {
    private static final String SCHEMA = "{\"schema\": \"tidemark.bundle/1\"}";
    private static final String BEGIN =
            "{\"target\": {\"url\": \"http://h:1\", \"more\": [1, {}]}, \"start\": \"2026-11-20T10:00:00Z\"}";
    private static final String ROUND = "{\"captures\": [{\"name\": \"proc/stat\", \"atNanos\": 5}]}";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    @Test
    void read_smallestBundle_isRead() throws IOException {
        assertThat(read(
                        "observation.json",
                        SCHEMA,
                        "0/begin.json",
                        BEGIN,
                        "0/0000/proc/stat",
                        "x",
                        "0/0000/round.json",
                        ROUND))
                .isEqualTo("[proc/stat, round 0, 0.0 s, 1 bytes]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x",
                "/etc/passwd",
                "0/0000/../../x",
                "0/0000/./x",
                "0\\\\0000\\\\x",
                "C:/x",
                "0/0000/a//b",
                "0/0000/",
                "99999/begin.json",
                "0/0000/a\nb",
                "x",
            })
    void read_nameThatLeadsElsewhere_isRefused(String name) {
        assertThatThrownBy(() -> read("observation.json", SCHEMA, "0/begin.json", BEGIN, name, "x"))
                .isInstanceOf(MalformedBundleException.class)
                .hasMessageContaining("(expected such as 0/0003/debug/pprof/heap)");
    }

    @Test
    void read_otherZip_isNamed() {
        refused(
                "not a bundle: a zip file that begins with 'word/document.xml' (expected observation.json)",
                "word/document.xml",
                "");
    }

    @Test
    void read_otherVersion_asksForANewerTidemark() {
        refused(
                "a bundle of another version (tidemark.bundle/2, expected tidemark.bundle/1); read it with a newer Tidemark",
                "observation.json",
                "{\"schema\": \"tidemark.bundle/2\"}");
        refused("not a bundle: observation.json without the schema tidemark.bundle/1", "observation.json", "{}");
    }

    @Test
    void read_brokenJson_isASentence() {
        String first = "observation.json";
        refused("0/begin.json: broken JSON: .*", first, SCHEMA, "0/begin.json", "{\"target\": {");
        refused("0/begin.json: VALUE_STRING \\(expected an object\\)", first, SCHEMA, "0/begin.json", "\"x\"");
        refused("0/begin.json: no time: .*", first, SCHEMA, "0/begin.json", "{\"start\": \"yesterday\"}");
        refused(
                "0/begin.json: pid: -1 \\(expected a whole number from 0 on\\)",
                first,
                SCHEMA,
                "0/begin.json",
                "{\"target\": {\"pid\": -1}}");
        refused("0/begin.json: broken JSON: .*", first, SCHEMA, "0/begin.json", "{\"x\": " + "[".repeat(5000));
        refused(
                "0/end.json: lengthNanos: .*expected no more than a year\\)",
                first,
                SCHEMA,
                "0/begin.json",
                BEGIN,
                "0/end.json",
                "{\"lengthNanos\": 9000000000000000000}");
    }

    @Test
    void read_roundsThatDoNotFit_areRefused() {
        String first = "observation.json";
        refused("0/0000/round.json before 0/begin.json", first, SCHEMA, "0/0000/round.json", ROUND);
        refused(
                "no entry 0/0000/proc/stat, which round 0 has according to its round.json",
                first,
                SCHEMA,
                "0/begin.json",
                BEGIN,
                "0/0000/round.json",
                ROUND);
        refused(
                "round 0 of target 0 comes too late",
                first,
                SCHEMA,
                "0/begin.json",
                BEGIN,
                "0/0001/proc/stat",
                "x",
                "0/0001/round.json",
                ROUND,
                "0/0000/proc/stat",
                "x",
                "0/0000/round.json",
                ROUND);
        refused(
                "0/0000/round.json: a capture without a name",
                first,
                SCHEMA,
                "0/begin.json",
                BEGIN,
                "0/0000/round.json",
                "{\"captures\": [{}]}");
        refused("a bundle without an observation", first, SCHEMA);
    }

    @Test
    void read_bomb_isRefusedWhileItIsInflated() throws IOException {
        zip.putNextEntry(new ZipEntry("observation.json"));
        zip.write(SCHEMA.getBytes(UTF_8));
        zip.putNextEntry(new ZipEntry("0/begin.json"));
        zip.write(BEGIN.getBytes(UTF_8));
        byte[] block = new byte[1 << 20];
        for (int entry = 0; entry < 3; entry++) {
            zip.putNextEntry(new ZipEntry("0/0000/" + entry));
            for (int i = 0; i < 5; i++) {
                zip.write(block);
            }
        }
        zip.close();
        assertThat(bytes.size()).isLessThan(20_000);
        assertThatThrownBy(() -> read(new BundleLimits(100, 4 << 20, 1 << 30)))
                .hasMessage("'0/0000/0': more than 4 MiB inflated, which is the limit of an entry");
        assertThatThrownBy(() -> read(new BundleLimits(100, 8 << 20, 12 << 20)))
                .hasMessage("more than 12 MiB inflated, which is the limit of a bundle");
    }

    @Test
    void read_tooManyEntries_isRefused() throws IOException {
        zip.putNextEntry(new ZipEntry("observation.json"));
        zip.write(SCHEMA.getBytes(UTF_8));
        zip.putNextEntry(new ZipEntry("0/begin.json"));
        zip.write(BEGIN.getBytes(UTF_8));
        for (int i = 0; i < 1000; i++) {
            zip.putNextEntry(new ZipEntry("0/0000/" + i));
        }
        zip.close();
        assertThatThrownBy(() -> read(new BundleLimits(900, 1000, 1_000_000)))
                .hasMessage("more than 900 entries, which is the limit");
    }

    private void refused(String pattern, String... entries) {
        bytes.reset();
        ZipOutputStream own = new ZipOutputStream(bytes);
        assertThatThrownBy(() -> {
                    write(own, entries);
                    read(BundleLimits.DEFAULT);
                })
                .isInstanceOf(MalformedBundleException.class)
                .message()
                .satisfies(message -> assertThat(message.equals(pattern) || message.matches(pattern))
                        .as(message)
                        .isTrue());
    }

    private String read(String... entries) throws IOException {
        write(zip, entries);
        return read(BundleLimits.DEFAULT);
    }

    private static void write(ZipOutputStream zip, String... entries) throws IOException {
        for (int i = 0; i < entries.length; i += 2) {
            zip.putNextEntry(new ZipEntry(entries[i]));
            zip.write(entries[i + 1].getBytes(UTF_8));
        }
        zip.close();
    }

    private String read(BundleLimits limits) throws IOException {
        return List.copyOf(Bundle.read(new ByteArrayInputStream(bytes.toByteArray()), limits)
                        .get(0)
                        .captures())
                .toString();
    }
}
