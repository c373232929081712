package io.tidemark.collect.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.tidemark.model.profile.IncompatibleProfilesException;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FetcherTest {
    @TempDir
    Path directory;

    private final RecordedListener listener = new RecordedListener();

    private Fetched fetch(List<String> sources, List<String> bases) throws IOException {
        return fetch(Limits.DEFAULT, sources, bases);
    }

    private Fetched fetch(Limits limits, List<String> sources, List<String> bases) throws IOException {
        FetchOptions defaults = FetchOptions.of(Map.of());
        FetchOptions options = new FetchOptions(
                defaults.duration(), defaults.timeout(), defaults.tls(), limits, defaults.comments(), Map.of());
        return new Fetcher(options, UnaryOperator.identity(), listener).fetch(sources, bases);
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes).toString();
    }

    private String file(String name, Profile profile) throws IOException {
        return file(name, TestProfiles.gzip(profile));
    }

    @Test
    void fetch_oneFile_isItsProfile() throws IOException {
        String file = file("a.pb.gz", TestProfiles.of("f", 7));
        Fetched fetched = fetch(List.of(file), List.of());
        assertThat(TestProfiles.samples(fetched.profile())).containsExactly("f=7");
        assertThat(fetched.base()).isEmpty();
        assertThat(fetched.isRemote()).isFalse();
        assertThat(listener.started).containsExactly(file);
        assertThat(listener.finished).containsExactly(file);
        assertThat(listener.bytes).containsEntry(file, Files.size(Path.of(file)));
        assertThat(listener.totals.get(file)).hasValue(Files.size(Path.of(file)));
        assertThat(listener.noted).isEmpty();
    }

    @Test
    void fetch_compressedInAnyWay_isRead() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ProfileProtoWriter.writeUncompressed(TestProfiles.of("f", 7), plain);
        ByteArrayOutputStream zstd = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(zstd)) {
            out.write(plain.toByteArray());
        }
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(twice)) {
            out.write(TestProfiles.gzip(TestProfiles.of("f", 7)));
        }
        for (byte[] bytes : List.of(plain.toByteArray(), zstd.toByteArray(), twice.toByteArray())) {
            Profile profile = fetch(List.of(file("x", bytes)), List.of()).profile();
            assertThat(TestProfiles.samples(profile)).containsExactly("f=7");
        }
    }

    @Test
    void fetch_manyFiles_areMergedInTheirOrder() throws IOException {
        List<String> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            files.add(file(i + ".pb.gz", TestProfiles.of("f" + i, i + 1)));
            expected.add("f" + i + "=" + (i + 1));
        }
        assertThat(TestProfiles.samples(fetch(files, List.of()).profile())).isEqualTo(expected);
    }

    @Test
    void fetch_base_isMergedByItself() throws IOException {
        String a = file("a", TestProfiles.of("f", 7));
        String b = file("b", TestProfiles.of("g", 1));
        Fetched fetched = fetch(List.of(a, b), List.of(b, b));
        assertThat(TestProfiles.samples(fetched.profile())).containsExactly("f=7", "g=1");
        assertThat(fetched.base().map(TestProfiles::samples)).contains(List.of("g=2"));
    }

    @Test
    void fetch_sourceThatFails_isLeftOut() throws IOException {
        String good = file("good", TestProfiles.of("f", 7));
        String text = file("text", "hello".getBytes(UTF_8));
        Fetched fetched = fetch(List.of("nosuch", good, text, good), List.of());
        assertThat(TestProfiles.samples(fetched.profile())).containsExactly("f=14");
        assertThat(listener.failed).hasSize(2);
        assertThat(listener.failed.get(0))
                .isEqualTo("nosuch: no such file, and not a URL such as http://HOST:PORT/PATH");
        assertThat(listener.failed.get(1)).startsWith(text + ": unknown text: ");
        assertThat(listener.noted).containsExactly("Fetched 2 source profiles out of 4");
        assertThat(listener.finished).containsExactly(good, good);
    }

    @Test
    void fetch_noneOfSeveral_fails() throws IOException {
        String good = file("good", TestProfiles.of("f", 7));
        assertThatThrownBy(() -> fetch(List.of("x", "y"), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("failed to fetch any source profiles");
        assertThatThrownBy(() -> fetch(List.of(good), List.of("x", "y")))
                .hasMessage("failed to fetch any base profiles");
        assertThat(listener.failed).hasSize(4);
    }

    @Test
    void fetch_theOnlyOne_failsWithItsReason() throws IOException {
        String good = file("good", TestProfiles.of("f", 7));
        assertThatThrownBy(() -> fetch(List.of("x"), List.of())).hasMessageStartingWith("x: no such file");
        assertThatThrownBy(() -> fetch(List.of(good), List.of("y"))).hasMessageStartingWith("y: no such file");
        assertThat(listener.failed).isEmpty();
    }

    @Test
    void fetch_profilesOfDifferentKinds_failWithTheName() throws IOException {
        String a = file("a", TestProfiles.of("f", 7));
        String b = file("b", TestProfiles.of("delay", "f", 7));
        assertThatThrownBy(() -> fetch(List.of(a, b), List.of()))
                .isInstanceOf(IncompatibleProfilesException.class)
                .hasMessageStartingWith(b + ": profiles have no sample type in common");
    }

    @Test
    void fetch_directory_isAllProfilesInIt() throws IOException {
        file("b.pb.gz", TestProfiles.of("b", 2));
        file("a.pb.gz", TestProfiles.of("a", 1));
        file("heap.txt", "heap profile: 1: 2 [3: 4] @ heap/1048576\n1: 2 [3: 4] @ 0x10\n".getBytes(UTF_8));
        file(".hidden", TestProfiles.of("hidden", 1));
        for (String name : List.of("notes.txt", "readme", "x.log", "z")) {
            file(name, "hello".getBytes(UTF_8));
        }
        file("truncated.pb.gz", Arrays.copyOf(TestProfiles.gzip(TestProfiles.of("c", 1)), 40));
        Files.createDirectory(directory.resolve("sub"));
        Files.delete(directory.resolve("heap.txt"));

        Fetched fetched = fetch(List.of(directory.toString()), List.of());
        assertThat(TestProfiles.samples(fetched.profile())).containsExactly("a=1", "b=2");
        assertThat(listener.noted)
                .containsExactly(
                        "Left out of " + directory + ", as no profiles: notes.txt, readme, sub and 2 more",
                        "Fetched 2 source profiles out of 3");
        assertThat(listener.failed).hasSize(1);
        assertThat(listener.failed.get(0))
                .startsWith(directory.resolve("truncated.pb.gz") + ": malformed gzip: ends early");
    }

    @Test
    void fetch_directoryWithoutProfiles_fails() throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        assertThatThrownBy(() -> fetch(List.of(empty.toString()), List.of()))
                .hasMessage(empty + ": no profile in this directory: it is empty");
        file("notes", "hello".getBytes(UTF_8));
        assertThatThrownBy(() -> fetch(List.of(directory.toString()), List.of()))
                .hasMessage(directory + ": no profile in this directory: only empty, notes");
    }

    @Test
    void fetch_hostileFile_endsInASentence() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            byte[] emptyStrings = new byte[1 << 20];
            for (int i = 0; i < emptyStrings.length; i += 2) {
                emptyStrings[i] = 0x32;
            }
            for (int i = 0; i < 40; i++) {
                out.write(emptyStrings);
            }
        }
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Limits limits = Limits.DEFAULT.withMaxBytes(1_000_000);
        String huge = file("bomb.pb.gz", bomb.toByteArray());
        assertThatThrownBy(() -> fetch(limits, List.of(huge), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessage(huge + ": input of more than 1000000 bytes (the limit; raise it with -max_bytes)");
        assertThatThrownBy(() -> fetch(limits, List.of(file("noise", noise)), List.of()))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> fetch(limits, List.of(file("none", new byte[0])), List.of()))
                .hasMessageContaining("empty input");
    }

    @Test
    void fetch_preparation_isAppliedToEach() throws IOException {
        String a = file("a", TestProfiles.of("f", 7));
        String b = file("b", TestProfiles.of("f", 3));
        Fetcher fetcher = new Fetcher(FetchOptions.of(Map.of()), profile -> profile.scale(2), listener);
        assertThat(TestProfiles.samples(fetcher.fetch(List.of(a, b), List.of()).profile()))
                .containsExactly("f=20");
    }
}
