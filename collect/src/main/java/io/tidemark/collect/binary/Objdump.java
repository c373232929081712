package io.tidemark.collect.binary;

import io.tidemark.collect.tool.ToolProcess;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.code.Instruction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what objdump prints of a range of addresses; that of GNU or of LLVM, which puts the sources into comments:
 *
 * <pre>
 * 0000000000001139 &lt;main&gt;:                0000000000001139 &lt;main&gt;:
 * main():                                 ; main():
 * /src/a.c:3                              ; /src/a.c:3
 *     1139: push   %rbp                       1139: pushq  %rbp
 * </pre>
 */
final class Objdump {
    // The lines of files, functions and instructions; (?d) makes the line feed the only end of a line.
    private static final Pattern INSTRUCTION = Pattern.compile("(?d)^([0-9a-fA-F]+):\\s+(.*)");
    private static final Pattern PLACE = Pattern.compile("(?d)^;?\\s?(.*):([0-9]+)");
    private static final Pattern FUNCTION = Pattern.compile("(?d)^;?\\s?(\\S.*)\\(\\):");
    private static final Pattern LABEL = Pattern.compile("(?d)^(?:[0-9a-fA-F]+)?\\s?(.*):");

    private final List<Instruction> instructions = new ArrayList<>();
    private String function = "";
    private String file = "";
    private long line;

    /**
     * The instructions from {@code start} to {@code end} in a file.
     *
     * @param intelSyntax whether operands are in Intel's order
     */
    static List<Instruction> disassemble(Tools tools, String binary, long start, long end, boolean intelSyntax)
            throws IOException {
        Tools.Disassembler objdump =
                tools.objdump().orElseThrow(() -> new IOException("cannot disasm: no objdump tool available"));
        List<String> command = new ArrayList<>(List.of(
                objdump.program(),
                "--disassemble",
                "--demangle",
                "--no-show-raw-insn",
                "--line-numbers",
                "--start-address=0x" + Long.toHexString(start),
                "--stop-address=0x" + Long.toHexString(end)));
        if (intelSyntax) {
            command.addAll(objdump.isLlvm() ? List.of("--x86-asm-syntax=intel") : List.of("-M", "intel"));
        }
        command.add(binary);
        Objdump output = new Objdump();
        try (ToolProcess tool = ToolProcess.start(command, tools.patience())) {
            for (Optional<String> text = tool.readLine(); text.isPresent(); text = tool.readLine()) {
                output.add(text.get());
            }
            tool.finish();
        } catch (IOException e) {
            throw new IOException(command + ": " + e.getMessage(), e);
        }
        return output.instructions;
    }

    static List<Instruction> parse(List<String> lines) {
        Objdump output = new Objdump();
        lines.forEach(output::add);
        return output.instructions;
    }

    /** Takes a line. One that says nothing ends what was said of the source before. */
    private void add(String text) {
        String stripped = text.strip();
        Matcher instruction = INSTRUCTION.matcher(stripped);
        Matcher place = PLACE.matcher(stripped);
        Matcher functionName = FUNCTION.matcher(stripped);
        Matcher label = LABEL.matcher(stripped);
        if (instruction.find() && instruction.group(1).length() <= 16) {
            long address = Long.parseUnsignedLong(instruction.group(1), 16);
            instructions.add(new Instruction(address, instruction.group(2), function, file, line));
        } else if (place.find()) {
            setPlace(place.group(1), place.group(2));
        } else if (functionName.find()) {
            function = functionName.group(1);
        } else if (label.find()) {
            function = label.group(1);
        } else {
            function = "";
            file = "";
            line = 0;
        }
    }

    private void setPlace(String newFile, String number) {
        if (number.length() <= 18 && Long.parseLong(number) <= 0xFFFF_FFFFL) {
            file = newFile;
            line = Long.parseLong(number);
        }
    }
}
