package io.tidemark.lab.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private final StringWriter errors = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | record --only nobody,churn x | --only: nobody,churn (expected programs of the lab)",
                "2 | record --rates quick x       | --rates: quick (expected some of slow,medium,fast)",
                "2 | record --parallel 0 x        | --parallel: 0 (expected 1 or more)",
                "2 | record --duration 1x x       | 1x (expected a duration such as 60s or 2m)",
                "2 | replay                       | Missing required parameter: 'DIR'",
                "3 | replay /no/such/place        | /no/such/place: not there"
            })
    void run_mistake_isASentenceAndAStatus(int status, String arguments, String sentence) {
        assertThat(Main.run(new PrintWriter(errors, true), arguments.split(" ", -1)))
                .isEqualTo(status);
        assertThat(errors.toString()).contains(sentence).doesNotContain("\tat ");
    }
}
