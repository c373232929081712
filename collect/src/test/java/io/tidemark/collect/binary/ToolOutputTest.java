package io.tidemark.collect.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tools print, without the tools. */
class ToolOutputTest {

    @Test
    void addr2line_frames_areUnderstood() {
        assertThat(Addr2line.frame("f", "/src/a.c:7")).isEqualTo(Frame.of("f", "/src/a.c", 7));
        assertThat(Addr2line.frame("f", "/src/a.c:7 (discriminator 2)")).isEqualTo(Frame.of("f", "/src/a.c", 7));
        assertThat(Addr2line.frame("f", "/src/a.c:?")).isEqualTo(Frame.of("f", "/src/a.c:?", 0));
        assertThat(Addr2line.frame("f", "a.c")).isEqualTo(Frame.of("f", "a.c", 0));
        assertThat(Addr2line.frame("??", "??:0").isEmpty()).isTrue();
        assertThat(Addr2line.frame("??", "??:?")).isEqualTo(Frame.of("", "??:?", 0));
    }

    @Test
    void llvmSymbolizer_frames_areUnderstood() throws IOException {
        String line = """
                {"Address":"0x28f","ModuleName":"tower","Symbol":[\
                {"Column":7,"Discriminator":0,"FileName":"/src/\\"a\\u0041.cc","FunctionName":"mix","Line":10,\
                "StartFileName":"","StartLine":9},\
                {"Column":0,"FileName":"","FunctionName":"climb","Line":0}]}""";
        assertThat(LlvmSymbolizer.parse(line))
                .containsExactly(new Frame("mix", "/src/\"aA.cc", 10, 7, 9), Frame.of("climb", "", 0));
        assertThat(LlvmSymbolizer.parse("{\"Address\":\"0x1\",\"Error\":{\"Message\":\"no\",\"Code\":null}}"))
                .isEmpty();
    }

    @Test
    void llvmSymbolizer_lineCutAnywhere_isRefused() {
        String line = "{\"Symbol\":[{\"Line\":10,\"FunctionName\":\"a\\u0041\\n\",\"X\":[true,{}]}]}";
        for (int length = 0; length < line.length(); length++) {
            String cut = line.substring(0, length);
            assertThatThrownBy(() -> LlvmSymbolizer.parse(cut))
                    .as(cut)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("malformed JSON");
        }
        assertThatThrownBy(() -> LlvmSymbolizer.parse("[".repeat(100_000))).isInstanceOf(IOException.class);
    }

    @Test
    void objdump_ofGnu_isUnderstood() {
        List<Instruction> instructions = Objdump.parse(List.of(
                "",
                "tower:     file format elf64-x86-64",
                "",
                "Disassembly of section .text:",
                "",
                "0000000000000279 <tower::climb(unsigned int)>:",
                "tower::climb(unsigned int)():",
                "/src/tower.cc:26 (discriminator 1)",
                " 279:\tpush   %rbx",
                "/src/tower.cc:28",
                " 27a:\ttest   %edi,%edi",
                "\t...",
                " 2c0:\tnop"));
        assertThat(instructions)
                .containsExactly(
                        new Instruction(0x279, "push   %rbx", "tower::climb(unsigned int)", "/src/tower.cc", 26),
                        new Instruction(0x27a, "test   %edi,%edi", "tower::climb(unsigned int)", "/src/tower.cc", 28),
                        new Instruction(0x2c0, "nop", "", "", 0));
    }

    @Test
    void objdump_ofLlvm_isUnderstood() {
        List<Instruction> instructions = Objdump.parse(List.of(
                "0000000000000279 <climb>:",
                "; climb():",
                "; /src/tower.cc:26",
                "     279: \tpushq\t%rbx",
                "; /src/tower.cc:99999999999999999999",
                "     27a: \tretq"));
        assertThat(instructions)
                .containsExactly(
                        new Instruction(0x279, "pushq\t%rbx", "climb", "/src/tower.cc", 26),
                        new Instruction(0x27a, "retq", "climb", "/src/tower.cc", 26));
    }

    @Test
    void nm_lines_areUnderstood() {
        assertThat(SymbolSearch.NmLine.parse("0000000000000279 T _ZN5tower5climbEj"))
                .contains(new SymbolSearch.NmLine(0x279, "_ZN5tower5climbEj"));
        assertThat(SymbolSearch.NmLine.parse("ffffffffff600000 t a b"))
                .contains(new SymbolSearch.NmLine(0xffffffffff600000L, "a b"));
        for (String other :
                List.of("", "   U printf", "U", "0", "0 ", "0 T", "12345678901234567 T f", "abc", "abcT f")) {
            assertThat(SymbolSearch.NmLine.parse(other)).as(other).isEmpty();
        }
    }
}
