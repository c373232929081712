package io.tidemark.cli.code;

import io.tidemark.analysis.listing.BinaryFiles;
import io.tidemark.collect.binary.Binary;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.code.Symbol;
import io.tidemark.model.profile.Mapping;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** The binaries of this machine, and the tools that read them. */
public final class LocalBinaries implements BinaryFiles {
    private final Tools tools;

    public LocalBinaries(Tools tools) {
        this.tools = tools;
    }

    @Override
    public BinaryFile open(Mapping mapping) throws IOException {
        return new Local(Binary.open(mapping.file(), mapping, tools, false));
    }

    /** An open binary, as the reports want it. */
    private record Local(Binary binary) implements BinaryFile {
        @Override
        public long toFileAddress(long address) throws IOException {
            return binary.toFileAddress(address);
        }

        @Override
        public List<Frame> frames(long address) throws IOException {
            return binary.frames(address);
        }

        @Override
        public List<Symbol> symbols(Predicate<String> matches, long address) throws IOException {
            return binary.symbols(matches, address);
        }

        @Override
        public List<Instruction> disassemble(long start, long end, boolean intelSyntax) throws IOException {
            return binary.disassemble(start, end, intelSyntax);
        }

        @Override
        public void close() {
            binary.close();
        }
    }
}
