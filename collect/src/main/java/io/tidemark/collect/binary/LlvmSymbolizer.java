package io.tidemark.collect.binary;

import io.tidemark.collect.tool.ToolProcess;
import io.tidemark.model.code.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks llvm-symbolizer, which answers each address with a line of JSON:
 *
 * <pre>
 * {"Address":"0x1139","ModuleName":"app","Symbol":[{"Column":3,"FileName":"/src/a.c","FunctionName":"f","Line":7}]}
 * </pre>
 */
final class LlvmSymbolizer implements FrameSource {
    private final ToolProcess tool;

    private LlvmSymbolizer(ToolProcess tool) {
        this.tool = tool;
    }

    static LlvmSymbolizer start(String program, String file, Duration patience) throws IOException {
        List<String> command =
                List.of(program, "--inlining", "-demangle=false", "--output-style=JSON", "--obj=" + file);
        return new LlvmSymbolizer(ToolProcess.start(command, patience));
    }

    @Override
    public List<Frame> frames(long address) throws IOException {
        tool.ask("CODE 0x" + Long.toHexString(address));
        String line = tool.readLine().orElseThrow(() -> new IOException("llvm-symbolizer has ended"));
        return parse(line);
    }

    static List<Frame> parse(String line) throws IOException {
        List<Frame> frames = new ArrayList<>();
        for (Object symbol : JsonLine.parse(line).list("Symbol")) {
            JsonLine.Fields fields = JsonLine.Fields.of(symbol);
            frames.add(new Frame(
                    fields.text("FunctionName"),
                    fields.text("FileName"),
                    fields.number("Line"),
                    fields.number("Column"),
                    fields.number("StartLine")));
        }
        return frames;
    }

    @Override
    public void close() {
        tool.close();
    }
}
