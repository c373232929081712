package io.tidemark.model.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
    @Test
    void scale_roundsHalvesAwayFromZero_andDropsZeros() {
        Profile profile = Stacked.profile("a 1", "b -1", "c 3", "d 0");
        assertThat(Stacked.lines(profile.scale(0.5))).containsExactly("a 1", "b -1", "c 2");
        assertThat(Stacked.lines(profile.scale(0.25))).containsExactly("c 1");
    }

    @Test
    void normalize_bringsSumsToThoseOfTheBase() throws Exception {
        Profile normal = Stacked.profile("a 1", "b 3").normalize(Stacked.profile("c 8"));
        assertThat(Stacked.lines(normal)).containsExactly("a 2", "b 6");
    }

    @Test
    void mapLabels_givesEverySampleTheLabel() {
        Profile profile = Stacked.profile("a 1", "{k:v}b 2");
        Profile labelled = profile.mapLabels(labels -> labels.with(Profile.BASE_LABEL, "true"));
        assertThat(Stacked.lines(labelled)).containsExactly("{pprof::base:true}a 1", "{k:v pprof::base:true}b 2");
        assertThat(Stacked.lines(labelled.mapLabels(labels -> labels.without(Profile.BASE_LABEL::equals))))
                .containsExactly("a 1", "{k:v}b 2");
    }

    @Test
    void filterSamples_byLabels_keepsThoseThatPass() {
        Profile profile = Stacked.profile("a 1", "{k:v}b 2", "{k:w}c 3");
        assertThat(Stacked.lines(profile.filterSamples(labels -> labels.has("k", "w"))))
                .containsExactly("{k:w}c 3");
    }

    @Test
    void addLabelFrames_putsTheFirstRootKeyOutermost() {
        Profile profile = Stacked.profile("{k:v}a 1", "b 2");
        LabelFrames frames = new LabelFrames(List.of("k", "x"), List.of("k"), (labels, key) -> labels.texts(key));
        assertThat(frames.matches(profile, List.of("k"))).isTrue();
        assertThat(frames.matches(profile, List.of("x"))).isFalse();
        assertThat(Stacked.lines(profile.addLabelFrames(frames))).containsExactly("{k:v}v;;a;v 1", ";;b; 2");
    }

    @Test
    void aggregate_withoutInlines_keepsTheOutermostFunction() {
        Profile profile = Stacked.profile("a;b+c 1");
        Aggregation functions = new Aggregation(false, true, false, false, false, false);
        Profile aggregated = profile.aggregate(functions);
        assertThat(Stacked.lines(aggregated)).containsExactly("a;b 1");
        assertThat(aggregated.functions().filename(0)).isEmpty();
        assertThat(aggregated.locations().line(0)).isZero();
    }

    @Test
    void defaultSampleIndex_isTheDeclaredOrTheLast() throws Exception {
        List<ValueType> types = List.of(new ValueType("a", "count"), new ValueType("b", "count"));
        Profile profile = new ProfileBuilder(types).build();
        assertThat(profile.defaultSampleIndex()).isEqualTo(1);
        assertThat(profile.withHeader(profile.header().withSampleTypes(types, "a"))
                        .defaultSampleIndex())
                .isZero();
    }

    @Test
    void build_idsThatAreNotUnique_isMalformed() {
        ProfileBuilder b = new ProfileBuilder(List.of(new ValueType("a", "count")));
        b.location(3, -1, 1, false);
        b.location(3, -1, 2, false);
        assertThatThrownBy(b::build)
                .isInstanceOf(MalformedProfileException.class)
                .hasMessageContaining("two locations with the id 3");
    }
}
