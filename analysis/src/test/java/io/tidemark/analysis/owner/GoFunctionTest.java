package io.tidemark.analysis.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFunctionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main.main                                        | main                                  | main",
                "gopkg.in/natefinch/lumberjack%2ev2.(*Logger).mill.func1 | gopkg.in/natefinch/lumberjack.v2 | (*Logger).mill",
                "gopkg.in/yaml.v3.Unmarshal                       | gopkg.in/yaml.v3                      | Unmarshal",
                "github.com/jinzhu/gorm.glob..func2               | github.com/jinzhu/gorm                | glob",
                "main.Map[go.shape.struct { A/b.c int }].func2.1  | main                                  | Map[...]",
                "a.b/c.(*List[go.shape.string]).Push              | a.b/c                                 | (*List[...]).Push",
                "svc.(*Server).Serve-fm                           | svc                                   | (*Server).Serve",
                "google.golang.org/grpc/internal/transport.NewHTTP2Client.gowrap1 | google.golang.org/grpc/internal/transport | NewHTTP2Client",
                "main.run.deferwrap2                              | main                                  | run",
                "main.walk.func1-range2                           | main                                  | walk",
                "main.init.0.func1                                | main                                  | init",
                "net/http.HandlerFunc.ServeHTTP                   | net/http                              | HandlerFunc.ServeHTTP",
                "main.step2                                       | main                                  | step2",
                "main.func1                                       | main                                  | func1",
                "_cgo_thread                                      | ''                                    | _cgo_thread",
                "a%zz%2.f                                         | a%zz%2                                | f",
                "''                                               | ''                                    | ''"
            })
    void parse_namesOfGo_areTakenApart(String name, String packagePath, String enclosing) {
        assertThat(GoFunction.parse(name)).isEqualTo(new GoFunction(packagePath, enclosing));
    }
}
