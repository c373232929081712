package io.tidemark.collect.binary;

import io.tidemark.collect.elf.ElfFile;
import io.tidemark.collect.elf.ElfSymbols;
import io.tidemark.collect.elf.LoadBase;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.code.Frame;
import io.tidemark.model.code.Instruction;
import io.tidemark.model.code.Symbol;
import io.tidemark.model.profile.Mapping;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A binary, as it was mapped into the profiled process.
 *
 * <pre>{@code
 * try (Binary binary = Binary.open("/bin/app", mapping, tools, false)) {
 *     List<Frame> frames = binary.frames(0x55d0c0401139L);
 * }
 * }</pre>
 *
 * <p>Addresses are those of the process where nothing else is said. It is for one thread.
 */
public final class Binary implements Closeable {
    private static final long PAGE = 4096;

    private final String file;
    private final String buildId;
    private final LoadBase.Range range;
    private final LoadBase loadBase;
    private final Tools tools;
    private final boolean fast;
    private OptionalLong base = OptionalLong.empty();
    private @Nullable FrameSource source;
    private @Nullable IOException failure; // of the source; it is not asked again

    private Binary(String file, ElfFile elf, LoadBase.Range range, OptionalLong kernelSymbol, Tools tools, boolean fast)
            throws IOException {
        this.file = file.startsWith("-") ? "./" + file : file; // for the tools, which would take it for an option
        this.buildId = elf.buildId();
        this.range = range;
        this.loadBase = new LoadBase(elf, range, kernelSymbol);
        this.tools = tools;
        this.fast = fast;
        loadBase.check();
    }

    /**
     * Opens a file as a mapping has it, whatever file the mapping itself names.
     *
     * @param fast whether names of functions suffice, which nm knows without reading debug information
     * @throws IOException when it can't be read, or is not ELF; the message says which file
     */
    public static Binary open(String file, Mapping mapping, Tools tools, boolean fast) throws IOException {
        LoadBase.Range range = new LoadBase.Range(mapping.start(), mapping.limit(), mapping.offset());
        Path path = BinaryFormat.requireElf(file);
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            ElfFile elf = ElfFile.read(channel);
            OptionalLong kernelSymbol = OptionalLong.empty();
            if (file.contains("vmlinux") || !isAligned(range)) {
                String name = mapping.kernelRelocationSymbol();
                kernelSymbol = ElfSymbols.find(channel, elf, name.isEmpty() ? "_stext" : name);
            }
            return new Binary(file, elf, range, kernelSymbol, tools, fast);
        } catch (IOException e) {
            throw new IOException("error reading ELF file " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Whether the mapping is one of pages. The kernel's starts where its first symbol does, so one that is not needs a
     * look into the symbols, which takes long.
     */
    private static boolean isAligned(LoadBase.Range range) {
        return (range.start() | range.limit() | range.offset()) % PAGE == 0;
    }

    /** The build id in hexadecimal, or the empty string. */
    public String buildId() {
        return buildId;
    }

    /**
     * The address that the file has for an address of the process.
     *
     * @throws IOException when the address is not in the mapping
     */
    public long toFileAddress(long address) throws IOException {
        if (base.isEmpty()) {
            base = OptionalLong.of(loadBase.of(address));
        }
        return address - base.getAsLong();
    }

    /**
     * What is at an address, innermost first; nothing when that is not known.
     *
     * @throws IOException when there is no tool to ask, or it fails
     */
    public List<Frame> frames(long address) throws IOException {
        long inFile = toFileAddress(address);
        if (failure != null) {
            throw failure;
        }
        try {
            if (source == null) {
                source = startSource();
            }
            return source.frames(inFile);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private FrameSource startSource() throws IOException {
        Optional<String> addr2line = tools.addr2line();
        if (fast || (tools.llvmSymbolizer().isEmpty() && addr2line.isEmpty())) {
            return symbolTable();
        }
        Optional<String> llvm = tools.llvmSymbolizer().or(() -> tools.onPath("llvm-symbolizer"));
        if (llvm.isPresent()) {
            return LlvmSymbolizer.start(llvm.get(), file, tools.patience());
        }
        Optional<SymbolTable> symbols;
        try {
            symbols = Optional.of(symbolTable());
        } catch (IOException e) {
            symbols = Optional.empty();
        }
        return Addr2line.start(addr2line.orElseThrow(), file, tools.patience(), symbols);
    }

    private SymbolTable symbolTable() throws IOException {
        String nm = tools.nm().orElseThrow(() -> new IOException("none of llvm-symbolizer, addr2line and nm found"));
        return SymbolTable.read(nm, file, tools.patience());
    }

    /**
     * The symbols whose name passes, as it is or demangled, with addresses of the file.
     *
     * @param address an address of the process, whose symbol is among them with all its names; 0 for none
     */
    public List<Symbol> symbols(Predicate<String> matches, long address) throws IOException {
        long inFile = address != 0 && range.has(address) ? toFileAddress(address) : address;
        return SymbolSearch.find(tools, file, matches, inFile);
    }

    /** The instructions between two addresses of the file. */
    public List<Instruction> disassemble(long start, long end, boolean intelSyntax) throws IOException {
        return Objdump.disassemble(tools, file, start, end, intelSyntax);
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
            source = null;
        }
    }
}
