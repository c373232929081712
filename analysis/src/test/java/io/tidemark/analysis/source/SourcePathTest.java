package io.tidemark.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcePathTest {

    @Test
    void parent_andJoin_areThoseOfPaths() {
        assertThat(SourcePath.parent("/a/b")).isEqualTo("/a");
        assertThat(SourcePath.parent("/")).isEqualTo("/");
        assertThat(SourcePath.parent("a")).isEqualTo(".");
        assertThat(SourcePath.parent(".")).isEqualTo(".");
        assertThat(SourcePath.join("", "a")).isEqualTo("a");
        assertThat(SourcePath.join("/x/", "../a")).isEqualTo("/a");
    }

    @Test
    void inLibrary_versionedPath_isThatOfTheModuleCache() {
        assertThat(SourcePath.inLibrary("/ci/go/pkg/mod/github.com/!a/b@v1.2.3/c.go"))
                .contains("github.com/!a/b@v1.2.3/c.go");
        assertThat(SourcePath.inLibrary("github.com/Ab/c@v1.0.0/D.go")).contains("github.com/!ab/c@v1.0.0/D.go");
        assertThat(SourcePath.inLibrary("runtime/Proc.go")).contains("runtime/Proc.go");
        assertThat(SourcePath.inLibrary("/usr/local/go/src/runtime/proc.go")).isEmpty();
    }
}
