package io.tidemark.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportOptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /ci/app/io/a.c        | ''        | /home/me/app      | io/a.c
                    /ci/app/io/a.c        | ''        | /home/me/other    | /ci/app/io/a.c
                    /ci/app/io/a.c        | ''        | ''                | /ci/app/io/a.c
                    /ci/app/io/a.c        | /ci       | /home/me/app      | app/io/a.c
                    /ci/app/io/a.c        | /x:/ci/   | /home/me/app      | app/io/a.c
                    /cicd/a.c             | /ci       | ''                | /cicd/a.c
                    /proc/self/cwd/./a.c  | ''        | ''                | a.c
                    /proc/self/cwd/a.c    | /ci       | ''                | a.c
                    /ci/app/app/a.c       | ''        | /x:/me/app        | app/a.c
                    """)
    void trim_pathOfAnotherMachine_isRelative(String path, String trimPath, String searchPath, String want) {
        assertThat(new ReportOptions.Paths(searchPath, trimPath).trim(path)).isEqualTo(want);
    }
}
