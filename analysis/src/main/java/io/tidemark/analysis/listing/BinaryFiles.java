package io.tidemark.analysis.listing;

import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.code.Symbol;
import io.tidemark.model.profile.Mapping;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** The binaries of the machine that the report is made on. */
public interface BinaryFiles {
    /**
     * Opens the file of a mapping.
     *
     * @throws IOException when it can't be read; the message is for the user
     */
    BinaryFile open(Mapping mapping) throws IOException;

    /** An open binary. Addresses are those of the profiled process where nothing else is said. */
    interface BinaryFile extends Closeable {
        /**
         * The address that the file has for one of the process.
         *
         * @throws IOException when the address is not in the mapping
         */
        long toFileAddress(long address) throws IOException;

        /**
         * The places in the source at an address, innermost first; none when nothing is known.
         *
         * @throws IOException when there is nobody to ask
         */
        List<Frame> frames(long address) throws IOException;

        /**
         * The symbols whose name passes, and the one at an address; they have addresses of the file.
         *
         * @param address 0 for none
         */
        List<Symbol> symbols(Predicate<String> matches, long address) throws IOException;

        /** The instructions between two addresses of the file. */
        List<Instruction> disassemble(long start, long end, boolean intelSyntax) throws IOException;

        @Override
        void close();
    }
}
