package io.tidemark.collect.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.tool.Tools;
import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.code.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are those of Linux")
@Timeout(60)
class BinaryTest {
    @TempDir
    private Path directory;

    private Binary open(Tools tools, boolean fast) throws IOException {
        String file = Tower.in(directory).toString();
        return Binary.open(file, Tower.mapping(file), tools, fast);
    }

    /** Tools of which only one is there: the program at a path, or a script. */
    private Tools only(String name, String program) throws IOException {
        Path place = Files.createDirectories(directory.resolve("bin"));
        Path file = place.resolve(name);
        String script = program.startsWith("/") ? "exec " + program + " \"$@\"" : program;
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Tools(place.toString(), Map.of(), Duration.ofSeconds(2));
    }

    private static String installed(Optional<String> tool, String name) {
        return Tower.require(tool, name);
    }

    @Test
    void frames_ofLlvmSymbolizer_haveInlinedCalls() throws IOException {
        Tools tools = only("llvm-symbolizer", installed(Tower.tools("").llvmSymbolizer(), "llvm-symbolizer"));
        try (Binary binary = open(tools, false)) {
            assertThat(binary.buildId()).isEqualTo(Tower.BUILD_ID);
            assertThat(binary.frames(Tower.MIX))
                    .extracting(frame -> frame.function() + " " + frame.file() + ":" + frame.line())
                    .containsExactly(
                            "_ZN5tower3mixEj /src/tower.cc:11",
                            "_ZN5tower5twiceEj /src/tower.cc:15",
                            "_ZN5tower5climbEj /src/tower.cc:29");
            assertThat(binary.frames(Tower.CALL)).hasSize(1);
        }
    }

    @Test
    void frames_ofAddr2line_areTheSame() throws IOException {
        Tools tools = only("addr2line", installed(Tower.tools("").addr2line(), "addr2line"));
        try (Binary binary = open(tools, false)) {
            for (int again = 0; again < 3; again++) {
                assertThat(binary.frames(Tower.MIX))
                        .containsExactly(
                                Frame.of("_ZN5tower3mixEj", "/src/tower.cc", 11),
                                Frame.of("_ZN5tower5twiceEj", "/src/tower.cc", 15),
                                Frame.of("_ZN5tower5climbEj", "/src/tower.cc", 29));
                assertThat(binary.frames(Tower.START + 0x800)).as("no code").isEmpty();
            }
        }
    }

    @Test
    void frames_ofNm_areNamesOnly() throws IOException {
        Tools tools = only("nm", installed(Tower.tools("").nm(), "nm"));
        try (Binary binary = open(tools, false)) {
            assertThat(binary.frames(Tower.MIX)).containsExactly(Frame.of("_ZN5tower5climbEj", "", 0));
            assertThat(binary.frames(Tower.START)).isEmpty();
        }
    }

    @Test
    void frames_withoutTools_saySo() throws IOException {
        try (Binary binary = open(new Tools("/nowhere", Map.of(), Duration.ofSeconds(1)), false)) {
            assertThatThrownBy(() -> binary.frames(Tower.MIX))
                    .hasMessage("none of llvm-symbolizer, addr2line and nm found");
        }
    }

    @Test
    void frames_ofToolThatIsBroken_failOnceAndForAll() throws IOException {
        for (String script : List.of("exit 1", "echo rubbish; cat", "yes", "cat > /dev/null", "kill -9 $$")) {
            Files.deleteIfExists(directory.resolve("bin/llvm-symbolizer"));
            try (Binary binary = open(only("llvm-symbolizer", script), false)) {
                assertThatThrownBy(() -> binary.frames(Tower.MIX)).as(script).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> binary.frames(Tower.CALL)).as(script).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void frames_outsideOfTheMapping_areRefused() throws IOException {
        try (Binary binary = open(Tower.tools(""), true)) {
            assertThatThrownBy(() -> binary.frames(Tower.START - 1)).hasMessageContaining("outside of the mapping");
            assertThat(binary.toFileAddress(Tower.MIX)).isEqualTo(0x28f);
        }
    }

    @Test
    void symbols_byNameOrAddress_areFound() throws IOException {
        installed(Tower.tools("").nm(), "nm");
        installed(Tower.tools("").cxxfilt(), "c++filt");
        try (Binary binary = open(Tower.tools(""), false)) {
            assertThat(binary.symbols(name -> name.contains("climb"), 0))
                    .containsExactly(new Symbol(List.of("_ZN5tower5climbEj"), 0x279, 0x2c3));
            assertThat(binary.symbols(name -> name.startsWith("tower::"), 0))
                    .extracting(Symbol::name)
                    .containsExactly("tower::climb(unsigned int)", "tower::fold<unsigned long>");
            assertThat(binary.symbols(name -> name.equals("tower::fold"), 0))
                    .extracting(Symbol::name)
                    .containsExactly("tower::fold");
            assertThat(binary.symbols(name -> false, Tower.CALL))
                    .containsExactly(new Symbol(List.of("_ZN5tower5climbEj"), 0x279, 0x2c3));
        }
    }

    @Test
    void disassemble_function_hasItsSource() throws IOException {
        installed(Tower.tools("").objdump().map(Tools.Disassembler::program), "objdump");
        try (Binary binary = open(Tower.tools(""), false)) {
            List<Instruction> instructions = binary.disassemble(0x2c4, 0x2da, false);
            assertThat(instructions).hasSizeBetween(4, 6).allSatisfy(instruction -> {
                assertThat(instruction.function()).contains("_start");
                assertThat(instruction.file()).isEqualTo("/src/tower.cc");
            });
            assertThat(instructions.get(0).address()).isEqualTo(0x2c4);
            assertThat(binary.disassemble(0x2c4, 0x2da, true).get(0).text()).doesNotContain("%");
        }
    }

    @Test
    void open_otherThanElf_saysWhatItIs() throws IOException {
        assertThatThrownBy(() -> open("/nowhere/app")).hasMessage("stat /nowhere/app: no such file or directory");
        assertThatThrownBy(() -> open(directory.toString())).hasMessage(directory + " is not a file");
        assertThatThrownBy(() -> open("a\0b")).hasMessageContaining("invalid argument");
        assertThatThrownBy(() -> open(file("short", 1, 2)))
                .hasMessage("error reading magic number from " + directory + "/short: it has 2 bytes");
        assertThatThrownBy(() -> open(file("script", '#', '!', '/', 'b')))
                .hasMessage("unrecognized binary format: " + directory + "/script");
        assertThatThrownBy(() -> open(file("mac", 0xCF, 0xFA, 0xED, 0xFE))).hasMessageContaining("Mach-O");
        assertThatThrownBy(() -> open(file("exe", 'M', 'Z', 0, 0))).hasMessageContaining("PE");
        assertThatThrownBy(() -> open(file("cut", 0x7F, 'E', 'L', 'F', 2)))
                .hasMessage("error reading ELF file " + directory + "/cut: no ELF file");
    }

    private static void open(String file) throws IOException {
        Binary.open(file, Tower.mapping(file), Tower.tools(""), false).close();
    }

    private String file(String name, int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return Files.write(directory.resolve(name), content).toString();
    }
}
