package io.tidemark.collect.process;

import io.tidemark.collect.elf.ElfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.OptionalLong;

/**
 * The version of Go that a running program was built with, from the section {@code .go.buildinfo} of its file.
 *
 * @see <a href="https://pkg.go.dev/debug/buildinfo">debug/buildinfo</a>
 */
public final class GoVersion {
    private static final String MAGIC = "\u00FF Go buildinf:";
    private static final int HEADER = 32;
    private static final int INLINE = 2; // a flag: the version follows the header, from Go 1.18 on
    private static final int LONGEST = 127; // of which the length is one byte

    private GoVersion() {}

    /** Such as {@code go1.26.8}; empty when it isn't Go, too old, or not to be read. */
    public static String of(SystemFiles system, long pid) {
        try (SeekableByteChannel file = Files.newByteChannel(system.process(pid).resolve("exe"))) {
            OptionalLong offset = ElfFile.read(file).offsetOf(".go.buildinfo");
            if (offset.isEmpty()) {
                return "";
            }
            ByteBuffer bytes = ByteBuffer.allocate(HEADER + 1 + LONGEST);
            file.position(offset.getAsLong());
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = file.read(bytes);
            }
            return version(new String(bytes.array(), StandardCharsets.ISO_8859_1));
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }

    private static String version(String info) {
        int length = info.charAt(HEADER);
        boolean isIt = info.startsWith(MAGIC) && (info.charAt(15) & INLINE) != 0 && length <= LONGEST;
        String version = isIt ? info.substring(HEADER + 1, HEADER + 1 + length) : "";
        return version.matches("(go|devel)[ -~]*") ? version : "";
    }
}
