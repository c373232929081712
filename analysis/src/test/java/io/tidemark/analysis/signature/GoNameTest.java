package io.tidemark.analysis.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "main.main main.main",
                "gopkg.in/natefinch/lumberjack%2ev2.(*Logger).millRun gopkg.in/natefinch/lumberjack.(*Logger).millRun",
                "gopkg.in/natefinch/lumberjack.v2.(*Logger).millRun gopkg.in/natefinch/lumberjack.(*Logger).millRun",
                "example.org/svc/vendor/github.com/a/b.F github.com/a/b.F",
                "vendor/golang.org/x/net/http2.F golang.org/x/net/http2.F",
                "github.com/panjf2000/ants/v2.(*Pool).x github.com/panjf2000/ants.(*Pool).x",
                "github.com/redis/go-redis/v9/internal/pool.F github.com/redis/go-redis/internal/pool.F",
                "github.com/a/v1beta1.F github.com/a/v1beta1.F",
                "k8s.io/api/core/v1.F k8s.io/api/core.F",
                "a.example/s.(*Cache[go.shape.int,go.shape.[]uint8]).Put a.example/s.(*Cache).Put",
                "a.example/s.F[...] a.example/s.F",
                "a.example/s.F[go.shape.struct{a/b.c}].func1 a.example/s.F",
                "net/http.setRequestCancel.func4 net/http.setRequestCancel",
                "main.run.gowrap2 main.run",
                "main.run.func1.2 main.run",
                "main.run.func1-range1 main.run",
                "main.(*T).M-fm main.(*T).M",
                "main.run.func2.deferwrap1 main.run",
                "github.com/jinzhu/gorm.glob..func2 github.com/jinzhu/gorm.init",
                "github.com/jinzhu/gorm.init.func4 github.com/jinzhu/gorm.init",
                "main.init.0 main.init",
                "encoding/json/v2.Unmarshal encoding/json/v2.Unmarshal",
                "a.example/w.(*Watch).Add.(*Watch).Add.func1.(*Watch).register.func3 a.example/w.(*Watch).register",
                "gopkg.in/yaml%2ev3.F gopkg.in/yaml.F",
                "syscall.Syscall6 syscall.Syscall6",
                "runtime.gcStart.func4 runtime.gcStart",
                "%zz%2 %zz%2",
                "[vdso] [vdso]",
                "operator operator"
            })
    void normalize_name_leavesWhatIsStable(String raw, String expected) {
        assertThat(GoName.normalize(raw)).isEqualTo(expected);
        assertThat(GoName.normalize(expected)).isEqualTo(expected);
    }

    @Test
    void isStandard_library_notTheProgram() {
        assertThat(GoName.isStandard("net/http.(*conn).serve")).isTrue();
        assertThat(GoName.isStandard("io.ReadAll")).isTrue();
        assertThat(GoName.isStandard("golang.org/x/net/http2.F")).isTrue();
        assertThat(GoName.isStandard("io.(*T[a/b]).M")).isTrue();
        assertThat(GoName.isStandard("main.main")).isFalse();
        assertThat(GoName.isStandard("go.uber.org/zap.New")).isFalse();
        assertThat(GoName.isStandard("io.example/svc.F")).isFalse();
        assertThat(GoName.isStandard("github.com/a/b.F")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "io.(*pipe).read, io.(*pipe).read, true",
        "io.(*pipe).read, io.(*pipe).reads, false",
        "io.(*pipe).*, io.(*pipe).write, true",
        "io.(**).write, io.(*pipe).write, true",
        "io.(**).write, io.pipe.write, false",
        "*/lumberjack.(*Logger).millRun, a.example/fork/lumberjack.(*Logger).millRun, true",
        "*cache*.(**).Set*, github.com/a/gcache.(*C).SetWithLock, true",
        "*cache*.(**).Set*, github.com/a/queue.(*C).SetWithLock, false",
        "a*a, a, false",
        "a*b*a, aba, true",
        "a*bb*a, aba, false"
    })
    void framePattern_wildcards_matchAnyText(String pattern, String name, boolean matches) {
        assertThat(FramePattern.of(pattern).matches(name)).isEqualTo(matches);
    }
}
