package io.tidemark.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * UTF-8 on its way to a terminal, which what stands in it can't control: names come from strangers, and one with an escape
 * sequence could hide a line, or answer for the user. Control characters but for line ends and tabs become question marks.
 */
final class LegibleOutput extends FilterOutputStream {
    private static final int FIRST_OF_LATIN = 0xC2; // C1, the controls from U+0080 to U+009F, are two bytes

    private boolean afterFirst;

    LegibleOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        byte[] shown = bytes;
        for (int i = offset; i < offset + length; i++) {
            int b = bytes[i] & 0xFF;
            boolean isControl = (b < ' ' && b != '\n' && b != '\t') || b == 0x7F;
            boolean endsControl = afterFirst && b >= 0x80 && b < 0xA0;
            afterFirst = b == FIRST_OF_LATIN;
            if (isControl || endsControl) {
                shown = shown == bytes ? bytes.clone() : shown;
                shown[i] = '?';
            }
        }
        out.write(shown, offset, length);
    }
}
