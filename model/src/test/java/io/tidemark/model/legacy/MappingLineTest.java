package io.tidemark.model.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingLineTest {
    /** Each line with what pprof makes of it, which in a few is surprising. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "00400000-0040b000 r-xp 00002000 fc:01 41038   /bin/cat ! 400000-40b000 2000 '/bin/cat' ''",
                "00400000-0040b000 rw-p 00002000 fc:01 41038   /bin/cat ! skipped",
                "00400000-0040b000 r-xp 00002000 fc:01 41038 ! 400000-40b000 2000 '' ''",
                "00400000-0040b000 00002000 fc:01 41038 /bin/cat (deleted) ! 400000-40b000 2000 '/bin/cat' ''",
                "400000-fcb000: /bin/cat (@2000) 8fa2 ! 400000-fcb000 2000 '/bin/cat' '8fa2'",
                "0x400000 0xfcb000 /bin/cat ! 400000-fcb000 0 '/bin/cat' ''",
                "400000-fcb000: /bin/cat 8fa2 ! 400000-fcb000 0 '/bin/cat' '8fa2'",
                "400000-fcb000 ! 400000-fcb000 0 '' ''",
                "400000-fcb000 prog ! skipped",
                "400000-fcb000 xprog ! 400000-fcb000 0 '' ''",
                "400000 ! 40000-0 0 '' ''",
                "dead beef ! dead-beef 0 '' ''",
                "cafe x ! caf-e 0 '' ''",
                "0x40x5 f ! 4-5 0 'f' ''",
                "400000 8:1 5 file ! 40000-0 0 'file' ''",
                "11112222333344445-fcb000: /bin/cat ! none",
                "4 ! none",
                "[vdso] ! none",
                "build=/home ! none",
            })
    void parse_line_isWhatPprofReads(String line, String expected) {
        assertThat(describe(MappingLine.parse(line))).isEqualTo(expected);
    }

    private static String describe(Optional<MappingLine> line) {
        if (line.isPresent() && !line.get().isExecutable()) {
            return "skipped";
        }
        return line.flatMap(MappingLine::mapping)
                .map(m -> String.format("%x-%x %x '%s' '%s'", m.start(), m.limit(), m.offset(), m.file(), m.buildId()))
                .orElse("none");
    }
}
