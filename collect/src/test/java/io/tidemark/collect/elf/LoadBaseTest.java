package io.tidemark.collect.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LoadBaseTest {
    private static final int READ = 4;
    private static final int READ_EXECUTE = 5;
    private static final int READ_WRITE = 6;

    private static Segment load(int flags, long offset, long address, long fileSize, long memorySize) {
        return new Segment(Segment.LOAD, flags, offset, address, fileSize, memorySize, 0x1000);
    }

    private static ElfFile elf(ElfFile.Type type, Segment... segments) {
        Section text = new Section(
                ".text", 1, segments.length == 0 ? 0 : code(segments).address(), 0, 16, 0, 16);
        return new ElfFile(type, List.of(segments), List.of(text), "");
    }

    private static Segment code(Segment... segments) {
        for (Segment segment : segments) {
            if (segment.isExecutable()) {
                return segment;
            }
        }
        return segments[0];
    }

    private static long base(ElfFile elf, long start, long limit, long offset, long address) throws IOException {
        return new LoadBase(elf, new LoadBase.Range(start, limit, offset), OptionalLong.empty()).of(address);
    }

    private static long kernelBase(ElfFile elf, long start, long limit, long offset, long symbol) throws IOException {
        return new LoadBase(elf, new LoadBase.Range(start, limit, offset), OptionalLong.of(symbol)).of(start);
    }

    @Test
    void of_fixedProgram_isZero() throws IOException {
        ElfFile program = elf(
                ElfFile.Type.EXECUTABLE,
                load(READ_EXECUTE, 0, 0x400000, 0x9000, 0x9000),
                load(READ_WRITE, 0x9df0, 0x60adf0, 0x300, 0x400));
        assertThat(base(program, 0x400000, 0x409000, 0, 0x401234)).isZero();
        assertThat(base(program, 0x400000, 0x409000, 0, 0x408fff)).isZero();
    }

    @Test
    void of_positionIndependentProgram_isWhereItWasLoaded() throws IOException {
        ElfFile program = elf(
                ElfFile.Type.SHARED,
                load(READ, 0, 0, 0x600, 0x600),
                load(READ_EXECUTE, 0x1000, 0x1000, 0x1d5, 0x1d5),
                load(READ, 0x2000, 0x2000, 0x100, 0x100),
                load(READ_WRITE, 0x2de8, 0x3de8, 0x240, 0x248));
        long loaded = 0x55d0c0400000L;
        assertThat(base(program, loaded + 0x1000, loaded + 0x2000, 0x1000, loaded + 0x1139))
                .isEqualTo(loaded);
        assertThat(base(program, loaded + 0x3000, loaded + 0x5000, 0x2000, loaded + 0x4010))
                .as("the writable segment lies a page further than in the file")
                .isEqualTo(loaded);
    }

    @Test
    void of_pageOfTwoSegments_isToldByTheOffset() throws IOException {
        ElfFile program = elf(
                ElfFile.Type.SHARED,
                load(READ_EXECUTE, 0, 0, 0xc80, 0xc80),
                load(READ_WRITE, 0xc80, 0x200c80, 0x1f0, 0x1f0));
        long start = 0x7f0000000000L;
        assertThat(base(program, start, start + 0x1000, 0, start + 0xc79)).isEqualTo(start);
        assertThat(base(program, start, start + 0x1000, 0, start + 0xc80)).isEqualTo(start - 0x200000);
        assertThatThrownBy(() -> base(program, start, start + 0x1000, 0, start + 0xe70))
                .hasMessageStartingWith("0 program headers match the file offset 0xe70");
    }

    @Test
    void of_addressElsewhere_isRefused() {
        ElfFile program = elf(ElfFile.Type.SHARED, load(READ_EXECUTE, 0, 0, 0x1000, 0x1000));
        assertThatThrownBy(() -> base(program, 0x10000, 0x11000, 0, 0x11000))
                .hasMessage("address 11000 is outside of the mapping [10000, 11000]");
        assertThatThrownBy(() -> base(program, 0x10000, 0x11000, 0x8000, 0x10000))
                .hasMessageStartingWith("no program header matches");
    }

    @Test
    void of_mappingThatIsMadeUp_isZero() throws IOException {
        ElfFile program = elf(ElfFile.Type.SHARED, load(READ_EXECUTE, 0, 0, 0x1000, 0x1000));
        assertThat(base(program, 0, 0, 0, 0x1234)).isZero();
        assertThat(base(program, 0, -1, 0, 0x1234)).isZero();
    }

    @Test
    void of_kernelModule_isItsStart() throws IOException {
        ElfFile module = elf(ElfFile.Type.RELOCATABLE);
        assertThat(base(module, 0xffffffffc0000000L, 0xffffffffc0004000L, 0, 0xffffffffc0001000L))
                .isEqualTo(0xffffffffc0000000L);
    }

    @Test
    void of_kernel_isFoundInAllTheWaysItIsRecorded() throws IOException {
        long linked = 0xffffffff81000000L;
        ElfFile kernel = elf(ElfFile.Type.EXECUTABLE, load(READ_EXECUTE, 0x200000, linked, 0xc00000, 0xc00000));
        long symbol = linked + 0x198;
        long high = 0xffffffffa2000000L;
        assertThat(kernelBase(kernel, high, high + 0xc00000, 0, linked))
                .as("randomised")
                .isEqualTo(high - linked);
        assertThat(kernelBase(kernel, high + 0x198, high + 0xc00000, high + 0x198, symbol))
                .as("from the symbol on")
                .isEqualTo(high - linked);
        assertThat(kernelBase(kernel, 0, 0xc00000, 0, symbol)).as("at 0").isEqualTo(-symbol);
        assertThat(kernelBase(kernel, 0x198, 0x2f9fffff, 0, symbol))
                .as("in the first page")
                .isEqualTo(-linked);
        assertThat(kernelBase(kernel, linked + 0x5000, linked + 0xc00000, 0x5000, symbol))
                .as("not moved")
                .isEqualTo(0x5000);
    }
}
