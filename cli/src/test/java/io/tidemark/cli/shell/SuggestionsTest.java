package io.tidemark.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ProfileBuilder;
import io.tidemark.model.profile.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionsTest {
    private final Suggestions suggestions = new Suggestions(profile());

    static Profile profile() {
        try {
            ProfileBuilder b = new ProfileBuilder(
                    List.of(new ValueType("inuse_objects", "count"), new ValueType("inuse_space", "bytes")));
            int main = b.location("main.main", "main.go", 1);
            int serve = b.location("net/http.(*conn).serve", "server.go", 2);
            int odd = b.location("void f(int, long)", "f.cc", 3);
            b.sample(LabelSet.EMPTY, new int[] {odd, serve, main}, 1, 10);
            LabelSet.Builder labels = new LabelSet.Builder();
            labels.text("handler", "/a.b");
            labels.number("bytes", 64, "bytes");
            b.sample(labels.build(), new int[] {serve, main}, 1, 10);
            return b.build();
        } catch (MalformedProfileException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void of_startOfALine_areCommandsSettingsAndShortcuts() {
        assertThat(texts(List.of(), ""))
                .contains("top", "weblist", "help", "q", "focus=", "sort=", ":", "mean_inuse_space");
    }

    @Test
    void of_assignment_areTheValues() {
        assertThat(texts(List.of(), "sort=")).containsExactly("sort=cum", "sort=flat");
        assertThat(texts(List.of(), "trim=f")).containsExactly("trim=true", "trim=false");
        assertThat(texts(List.of(), "sample_index="))
                .containsExactly("sample_index=inuse_objects", "sample_index=inuse_space");
        assertThat(texts(List.of(), "sample_index=inuse_objects,i"))
                .containsExactly("sample_index=inuse_objects,inuse_objects", "sample_index=inuse_objects,inuse_space");
        assertThat(texts(List.of(), "unit=")).contains("unit=MB", "unit=ms");
        assertThat(texts(List.of(), "nodecount=")).isEmpty();
        assertThat(texts(List.of(), "nothing=")).isEmpty();
    }

    @Test
    void of_function_isAnExpressionThatMatchesIt() {
        assertThat(texts(List.of("list"), "conn")).containsExactly("net/http\\.\\(\\*conn\\)\\.serve");
        assertThat(texts(List.of("list"), "net/http\\.\\(")).hasSize(1);
        assertThat(texts(List.of("top", "5"), "-mai")).containsExactly("-main\\.main");
        assertThat(texts(List.of(), "focus=f(")).containsExactly("focus=void.f\\(int,.long\\)");
        assertThat(texts(List.of("top"), "-c")).contains("-cum");
        assertThat(texts(List.of("nothing"), "m")).isEmpty();
    }

    @Test
    void of_functionWhoseStartWasTyped_beginsAsItWasTyped() {
        assertThat(texts(List.of("list"), "main.m")).containsExactly("main.main");
        assertThat(texts(List.of("list"), "net/http\\.")).containsExactly("net/http\\.\\(\\*conn\\)\\.serve");
        assertThat(texts(List.of("list"), "net/http.(*")).containsExactly("net/http\\.\\(\\*conn\\)\\.serve");
        assertThat(texts(List.of("list"), "main\\")).containsExactly("main\\.main");
    }

    @Test
    void of_labels_areThoseOfTheProfile() {
        assertThat(texts(List.of(), "by=")).containsExactly("by=bytes", "by=handler");
        assertThat(texts(List.of(), "tagroot=bytes,")).containsExactly("tagroot=bytes,bytes", "tagroot=bytes,handler");
        assertThat(texts(List.of(), "tagfocus=")).containsExactly("tagfocus=handler=/a\\.b", "tagfocus=bytes=");
        assertThat(texts(List.of(), "tagshow=")).containsExactly("tagshow=bytes", "tagshow=handler");
        assertThat(texts(List.of("tags"), "-h")).containsExactly("-bytes", "-handler");
    }

    @Test
    void of_help_areItsTopics() {
        assertThat(texts(List.of("help"), "")).contains("top", "focus", "cum", "quit");
    }

    @Test
    void filePrefix_afterAnArrow_isItsEnd() {
        assertThat(suggestions.filePrefix(List.of("top"), ">x")).isEqualTo(1);
        assertThat(suggestions.filePrefix(List.of("top", ">"), "x")).isZero();
        assertThat(suggestions.filePrefix(List.of(), "output=x")).isEqualTo("output=".length());
        assertThat(suggestions.filePrefix(List.of("top"), "x")).isNegative();
        assertThat(suggestions.filePrefix(List.of("help"), ">x")).isNegative();
    }

    @Test
    void fileNames_ofADirectory_areThoseThatBeginSo(@TempDir Path directory) throws IOException {
        Files.createFile(directory.resolve("heap.txt"));
        Files.createDirectory(directory.resolve("here"));
        Files.createFile(directory.resolve("other"));
        assertThat(FileNames.starting(">", directory + "/he"))
                .extracting(Suggestions.Suggestion::text)
                .containsExactly(">" + directory + "/heap.txt", ">" + directory + "/here/");
        assertThat(FileNames.starting(">", directory + "/none/x")).isEmpty();
    }

    private List<String> texts(List<String> words, String word) {
        return suggestions.of(words, word).stream()
                .map(Suggestions.Suggestion::text)
                .toList();
    }
}
