package io.tidemark.collect.symbolize;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.binary.Tower;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryLocatorTest {
    @TempDir
    private Path directory;

    private final List<String> messages = new ArrayList<>();

    private static Profile profile(Mapping... mappings) throws MalformedProfileException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        for (Mapping mapping : mappings) {
            b.mapping(mapping);
        }
        b.location(1, mappings.length - 1, Tower.MIX, false);
        return b.build();
    }

    private Mapping locate(Mapping mapping) throws MalformedProfileException {
        return locator(Map.of("PPROF_BINARY_PATH", "/nowhere:" + directory))
                .locate(profile(mapping), "", "")
                .mappings()
                .get(0);
    }

    private BinaryLocator locator(Map<String, String> environment) {
        return new BinaryLocator(environment, Tower.tools(""), messages::add);
    }

    private String install(String place) throws IOException {
        Path file = directory.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.write(file, Tower.bytes()).toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Tower.BUILD_ID + "/app",
                Tower.BUILD_ID + "/other",
                "opt/bin/app/" + Tower.BUILD_ID,
                "44/fdedd1a54ccb77cec312c43ab7fadb77baf426.debug",
                "app",
                "opt/bin/app",
                "opt/bin/app.debug",
                "opt/bin/.debug/app.debug",
                "usr/lib/debug/opt/bin/app.debug"
            })
    void locate_binaryInAnyLayout_isFound(String place) throws IOException {
        String file = install(place);
        Mapping mapping = Tower.mapping("/opt/bin/app").withBuildId(Tower.BUILD_ID);
        assertThat(locate(mapping).file()).isEqualTo(file);
        assertThat(messages).isEmpty();
    }

    @Test
    void locate_otherBuild_isReportedAndPassedOver() throws IOException {
        String file = install("app");
        Mapping mapping = Tower.mapping("/opt/bin/app").withBuildId("abcd");
        assertThat(locate(mapping)).isEqualTo(mapping);
        assertThat(messages)
                .containsExactly(
                        "Ignoring local file " + file + ": build-id mismatch (abcd != " + Tower.BUILD_ID + ")");
    }

    @Test
    void locate_noBinary_leavesTheProfile() throws IOException {
        Files.writeString(directory.resolve("app"), "#!/bin/sh\n");
        Profile profile =
                profile(Tower.mapping("/opt/bin/app"), Tower.mapping("").withId(2));
        assertThat(locator(Map.of("PPROF_BINARY_PATH", directory.toString())).locate(profile, "", ""))
                .isSameAs(profile);
    }

    @Test
    void locate_withoutPath_looksInTheHome() throws IOException {
        String file = install("pprof/binaries/app");
        Profile located =
                locator(Map.of("HOME", directory.toString())).locate(profile(Tower.mapping("/opt/bin/app")), "", "");
        assertThat(located.mappings().get(0).file()).isEqualTo(file);
    }

    @Test
    void locate_userNamesTheBinary_itIsTheMainOne() throws IOException {
        Profile profile = profile(Tower.mapping("/a"), Tower.mapping("/b").withId(2));
        Profile located = locator(Map.of()).locate(profile, "/my/app", "1234");
        assertThat(located.mappings())
                .containsExactly(
                        Tower.mapping("/my/app").withBuildId("1234"),
                        Tower.mapping("/b").withId(2));
        Profile known = profile(Tower.mapping("/a").withBuildId("abcd"));
        assertThat(locator(Map.of()).locate(known, "", "1234")).isSameAs(known);
    }

    @Test
    void locate_profileWithoutMappings_getsOne() throws IOException {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("cpu", "nanoseconds")));
        b.location(1, -1, 0x401000, false);
        Profile located = locator(Map.of()).locate(b.build(), "/my/app", "");
        assertThat(located.mappings()).containsExactly(Mapping.unknown(1).withFile("/my/app"));
        assertThat(located.locations().mapping(0)).isZero();
    }
}
