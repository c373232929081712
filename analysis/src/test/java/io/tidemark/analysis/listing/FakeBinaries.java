package io.tidemark.analysis.listing;

import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.code.Symbol;
import io.tidemark.model.profile.Mapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Binaries that a test made up, by file. Each is loaded where its mapping starts.
 *
 * @param symbols the symbols, with addresses of the file
 * @param code the instructions, with addresses of the file
 * @param frames what is at an address of the file
 */
record FakeBinaries(
        String file, List<Symbol> symbols, List<Instruction> code, Map<Long, List<Frame>> frames, List<String> closed)
        implements BinaryFiles {

    static FakeBinaries of(String file, List<Symbol> symbols, List<Instruction> code, Map<Long, List<Frame>> frames) {
        return new FakeBinaries(file, symbols, code, frames, new ArrayList<>());
    }

    @Override
    public BinaryFile open(Mapping mapping) throws IOException {
        if (!mapping.file().equals(file)) {
            throw new IOException("stat " + mapping.file() + ": no such file or directory");
        }
        return new Fake(this, mapping);
    }

    private record Fake(FakeBinaries all, Mapping mapping) implements BinaryFile {
        @Override
        public long toFileAddress(long address) throws IOException {
            if (address < mapping.start() || address >= mapping.limit()) {
                throw new IOException("address outside of the mapping");
            }
            return address - mapping.start();
        }

        @Override
        public List<Frame> frames(long address) throws IOException {
            return all.frames.getOrDefault(toFileAddress(address), List.of());
        }

        @Override
        public List<Symbol> symbols(Predicate<String> matches, long address) {
            long inFile = address - mapping.start();
            return all.symbols.stream()
                    .filter(s -> matches.test(s.name()) || (address != 0 && s.start() <= inFile && inFile <= s.end()))
                    .toList();
        }

        @Override
        public List<Instruction> disassemble(long start, long end, boolean intelSyntax) throws IOException {
            List<Instruction> inside = all.code.stream()
                    .filter(i -> i.address() >= start && i.address() < end)
                    .toList();
            if (inside.isEmpty()) {
                throw new IOException("[objdump]: exit status 1");
            }
            return inside;
        }

        @Override
        public void close() {
            all.closed.add(mapping.file());
        }
    }
}
