package io.tidemark.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.diagnosis.Judge;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.reading.Recorded;
import io.tidemark.analysis.signature.Catalogue;
import io.tidemark.model.observation.CaptureName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two heap profiles of a real program, 20 seconds apart. */
class OwnersTest {
    private static final Path EXAMPLES = Path.of("../examples/scraper");

    private static Side side(Side.Role role, String file) throws IOException {
        byte[] profile = Files.readAllBytes(EXAMPLES.resolve(file));
        Readings readings =
                new Recorded().with(CaptureName.HEAP, 0, 0, false, profile).read();
        return new Side(role, file, readings, new Judge(Catalogue.builtIn()).judge(readings, List.of()));
    }

    @Test
    void functions_areInTheOrderOfTheirChange() throws IOException {
        Comparison comparison =
                Comparison.of(side(Side.Role.BEFORE, "heap-before.pb.gz"), side(Side.Role.AFTER, "heap-after.pb.gz"));
        assertThat(comparison.ruling().outcome()).isEqualTo(Outcome.LEVELS);
        assertThat(comparison.heap().get(0).owner().function()).isEqualTo("main.parseSeries");
        assertThat(comparison.heap().get(0).isClear()).isTrue();
        assertThat(comparison.heap().get(0).change()).isGreaterThan(50e6);
        assertThat(comparison.heap())
                .allSatisfy(change -> assertThat(change.owner().function()).startsWith("main."));
        assertThat(comparison.moves(Judgement.WORSE)).extracting(Move::measure).containsExactly(Measure.LIVE_HEAP);
        assertThat(comparison.isWorse()).isTrue();
    }

    @Test
    void functions_ofOneProfile_doNotChange() throws IOException {
        Comparison comparison =
                Comparison.of(side(Side.Role.BEFORE, "heap-after.pb.gz"), side(Side.Role.AFTER, "heap-after.pb.gz"));
        assertThat(comparison.heap()).isEmpty();
        assertThat(comparison.isWorse()).isFalse();
        assertThat(comparison.cautions()).anyMatch(caution -> caution.contains("same build (41e528911eaf)"));
    }

    @Test
    void change_ofFewSamples_mayBeChance() throws IOException {
        Comparison comparison =
                Comparison.of(side(Side.Role.BEFORE, "snapshot-b.pb.gz"), side(Side.Role.AFTER, "snapshot-c.pb.gz"));
        assertThat(comparison.heap()).anyMatch(change -> !change.isClear() && change.error() > 0);
        assertThat(comparison.heap()).anyMatch(OwnerChange::isClear);
    }
}
