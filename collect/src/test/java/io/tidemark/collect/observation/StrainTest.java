package io.tidemark.collect.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrainTest {
    private final Strain strain = new Strain();

    @Test
    void answered_twiceInARowMuchSlower_isStrain() {
        answer(20, 900, 20, 800, 30, 800);
        assertThat(strain.sentence()).isEmpty();
        answer(900);
        assertThat(strain.sentence()).contains("the target answered ever more slowly: 20 ms at first, 900 ms now");
    }

    @Test
    void answered_slowlyFromTheStart_isNone() {
        answer(2000, 2000, 2000, 2100, 2200, 2300);
        assertThat(strain.sentence()).isEmpty();
    }

    @Test
    void answered_fastAndLessFast_isNone() {
        answer(1, 1, 1, 40, 40, 400);
        assertThat(strain.sentence()).isEmpty();
    }

    @Test
    void collected_mostOfTheTimeSinceTheBeginning_isStrain() {
        strain.collected(0.02, 100);
        strain.collected((2 + 4) / 105.0, 105);
        assertThat(strain.sentence()).isEmpty();
        strain.collected((2 + 8) / 110.0, 110);
        assertThat(strain.sentence()).contains("collections took 80 % of the target's processor time, 2.0 % before");
    }

    @Test
    void collected_muchAlready_isNotOurDoing() {
        strain.collected(0.6, 100);
        strain.collected(0.6, 105);
        strain.collected(0.6, 110);
        assertThat(strain.sentence()).isEmpty();
    }

    private void answer(long... millis) {
        for (long milli : millis) {
            strain.answered(Duration.ofMillis(milli).toNanos());
        }
    }
}
