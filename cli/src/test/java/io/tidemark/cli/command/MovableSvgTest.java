package io.tidemark.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MovableSvgTest {
    @Test
    void of_pictureOfGraphviz_fillsTheWindowAndHasTheScript() throws IOException {
        String movable =
                of("<?xml?>\n<svg width=\"61pt\" height=\"11pt\"\n viewBox=\"0 0 61 11\" xmlns=\"x\">\n<g/>\n</svg>\n");
        assertThat(movable)
                .startsWith(
                        "<?xml?>\n<svg width=\"100%\" height=\"100%\"\n viewBox=\"0 0 61 11\" xmlns=\"x\">\n<g/>\n<script")
                .contains("addEventListener('wheel'")
                .endsWith("]]></script>\n</svg>\n")
                .containsOnlyOnce("]]>");
    }

    @Test
    void of_otherPicture_staysAsItIs() throws IOException {
        assertThat(of("<svg/>")).isEqualTo("<svg/>");
        assertThat(of("")).isEmpty();
    }

    private static String of(String svg) throws IOException {
        return new String(MovableSvg.of(svg.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
