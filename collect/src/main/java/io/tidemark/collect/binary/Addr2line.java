package io.tidemark.collect.binary;

import io.tidemark.collect.tool.ToolProcess;
import io.tidemark.model.code.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks addr2line, which repeats each address and prints two lines for each of its frames:
 *
 * <pre>
 * 0x0000000000001139
 * inner
 * /src/a.c:7 (discriminator 2)
 * outer
 * /src/a.c:12
 * </pre>
 *
 * <p>It does not say where an answer ends, so an address that no code has is asked after each.
 */
final class Addr2line implements FrameSource {
    private static final String NO_CODE = "ffffffffffffffff";
    private static final String DISCRIMINATOR = " (discriminator";

    private final ToolProcess tool;
    private final Optional<SymbolTable> symbols;

    private Addr2line(ToolProcess tool, Optional<SymbolTable> symbols) {
        this.tool = tool;
        this.symbols = symbols;
    }

    /**
     * Starts addr2line.
     *
     * @param symbols the symbols of the file, whose names are sometimes more complete
     */
    static Addr2line start(String program, String file, Duration patience, Optional<SymbolTable> symbols)
            throws IOException {
        return new Addr2line(ToolProcess.start(List.of(program, "-aif", "-e", file), patience), symbols);
    }

    @Override
    public List<Frame> frames(long address) throws IOException {
        List<Frame> frames = ask(address);
        if (frames.isEmpty() || symbols.isEmpty()) {
            return frames;
        }
        // Some versions shorten names in anonymous namespaces (binutils bug 17541). One character more is only the
        // underscore that some systems put before every name.
        Frame last = frames.get(frames.size() - 1);
        String name = symbols.get().name(address).orElse("");
        if (name.length() > last.function().length() + 1) {
            frames.set(frames.size() - 1, Frame.of(name, last.file(), last.line()));
        }
        return frames;
    }

    private List<Frame> ask(long address) throws IOException {
        tool.ask(Long.toHexString(address));
        tool.ask(NO_CODE);
        String echo = line();
        if (!echo.startsWith("0x")) {
            throw new IOException("unexpected answer of addr2line: " + echo);
        }
        List<Frame> frames = new ArrayList<>();
        for (String function = line(); !function.startsWith("0x"); function = line()) {
            Frame frame = frame(function, line());
            if (!frame.isEmpty()) {
                frames.add(frame);
            }
        }
        line(); // the function and the file of the address that no code has
        line();
        return frames;
    }

    private String line() throws IOException {
        return tool.readLine()
                .orElseThrow(() -> new IOException("addr2line has ended"))
                .strip();
    }

    static Frame frame(String function, String place) {
        String name = function.equals("??") ? "" : function;
        if (place.equals("??:0")) {
            return Frame.of(name, "", 0);
        }
        int colon = place.lastIndexOf(':');
        if (colon < 0) {
            return Frame.of(name, place, 0);
        }
        int discriminator = place.indexOf(DISCRIMINATOR);
        String file = discriminator > 0 ? place.substring(0, discriminator) : place;
        try {
            return Frame.of(
                    name,
                    place.substring(0, colon),
                    Integer.parseInt(file.substring(Math.min(colon + 1, file.length()))));
        } catch (NumberFormatException e) {
            return Frame.of(name, file, 0); // such as "a.c:?"
        }
    }

    @Override
    public void close() {
        tool.close();
    }
}
