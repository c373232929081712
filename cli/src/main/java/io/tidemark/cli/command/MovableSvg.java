package io.tidemark.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes a picture that Graphviz drew fill its window, and move and grow under the mouse: its fixed size goes away, and a
 * script comes in that changes which part of the picture is seen.
 *
 * <pre>{@code
 * <svg width="611pt" height="1112pt"              <svg width="100%" height="100%"
 *  viewBox="0.00 0.00 611.00 1112.50" ...>         viewBox="0.00 0.00 611.00 1112.50" ...>
 * ...                                             ...
 *                                                 <script type="text/javascript"><![CDATA[ ... ]]></script>
 * </svg>                                          </svg>
 * }</pre>
 */
final class MovableSvg {
    private static final String SCRIPT = "movable.js";

    private MovableSvg() {}

    /** The picture with the script, or as it was where it does not look like one of Graphviz. */
    static byte[] of(byte[] svg) throws IOException {
        String picture = new String(svg, StandardCharsets.UTF_8);
        int start = picture.indexOf("<svg width=\"");
        int box = picture.indexOf("viewBox=", Math.max(start, 0));
        int end = picture.lastIndexOf("</svg>");
        if (start < 0 || box < 0 || end < box) {
            return svg;
        }
        String movable = picture.substring(0, start)
                + "<svg width=\"100%\" height=\"100%\"\n "
                + picture.substring(box, end)
                + "<script type=\"text/javascript\"><![CDATA[\n"
                + script()
                + "]]></script>\n"
                + picture.substring(end);
        return movable.getBytes(StandardCharsets.UTF_8);
    }

    private static String script() throws IOException {
        try (InputStream in = MovableSvg.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
