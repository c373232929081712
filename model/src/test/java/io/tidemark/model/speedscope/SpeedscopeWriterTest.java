package io.tidemark.model.speedscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedscopeWriterTest {
    @Test
    void write_twoTypes_areTwoProfiles() throws IOException {
        ProfileBuilder b = new ProfileBuilder(
                List.of(new ValueType("inuse_objects", "count"), new ValueType("inuse_space", "bytes")));
        int main = b.location("main.main", "/src/main.go", 7);
        int both = b.location(2, -1, 0x1000, false);
        b.line(b.function("say \"hi\"\\\t\udc80", ""), 1, 0);
        b.line(b.function(3, b.strings().intern("main.encode"), 0, b.strings().intern("e.go"), 12), 14, 0);
        int address = b.location(3, -1, 0x2f, false);
        b.sample(LabelSet.EMPTY, new int[] {both, main}, 1, 512);
        b.sample(LabelSet.EMPTY, new int[] {address, main}, 3, -4);
        b.header(b.header().withSampleTypes(b.header().sampleTypes(), "inuse_space"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpeedscopeWriter.write(b.build(), "heap.pb.gz", out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {
                          "$schema": "https://www.speedscope.app/file-format-schema.json",
                          "exporter": "tidemark",
                          "name": "heap.pb.gz",
                          "activeProfileIndex": 1,
                          "shared": {
                            "frames": [
                              {"name": "main.main", "file": "/src/main.go"},
                              {"name": "say \\"hi\\"\\\\\\t\ufffd"},
                              {"name": "main.encode", "file": "e.go", "line": 12},
                              {"name": "0x2f"}
                            ]
                          },
                          "profiles": [
                            {
                              "type": "sampled",
                              "name": "inuse_objects",
                              "unit": "none",
                              "startValue": 0,
                              "endValue": 4,
                              "samples": [
                                [0, 2, 1],
                                [0, 3]
                              ],
                              "weights": [1, 3]
                            },
                            {
                              "type": "sampled",
                              "name": "inuse_space",
                              "unit": "bytes",
                              "startValue": 0,
                              "endValue": 512,
                              "samples": [
                                [0, 2, 1]
                              ],
                              "weights": [512]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void write_nothing_isWellFormed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpeedscopeWriter.write(new ProfileBuilder(List.of()).build(), "", out);
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("  \"profiles\": []\n}\n");
    }
}
