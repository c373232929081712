package io.tidemark.collect.elf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a file was loaded: what to subtract from an address of the running process to get the address that the file has
 * for it. The rules are those of pprof, and more than the ABI asks for: profilers record the kernel's mapping in several
 * ways, and sandboxes move it.
 */
public final class LoadBase {
    private static final long PAGE = 4096;

    /** The first address of the kernel on PowerPC, which perf gives as its offset. */
    private static final long POWERPC_KERNEL = 0xC000000000000000L;

    private final ElfFile elf;
    private final Range range;
    private final OptionalLong kernelSymbol;

    /**
     * A mapping as the profile has it, unsigned.
     *
     * @param start the first address
     * @param limit the address after the last
     * @param offset where the first address lies in the file
     */
    public record Range(long start, long limit, long offset) {
        /** Whether the mapping is made up and addresses are those of the file. */
        boolean isEverything() {
            return start == 0 && offset == 0 && (limit == 0 || limit == -1);
        }

        /** Whether an address lies in it. */
        public boolean has(long address) {
            return isEverything()
                    || (Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, limit) < 0);
        }
    }

    /**
     * The rules for one mapping of a file.
     *
     * @param kernelSymbol the value of the symbol that the kernel's mapping starts at; empty for everything else
     */
    public LoadBase(ElfFile elf, Range range, OptionalLong kernelSymbol) {
        this.elf = elf;
        this.range = range;
        this.kernelSymbol = kernelSymbol;
    }

    /** Throws when no base can be found for any address. */
    public void check() throws IOException {
        of(elf.textSegment());
    }

    /**
     * The base for an address of the mapping.
     *
     * @throws IOException when the address is not in the mapping, or it can't be told which part of the file that is
     */
    public long of(long address) throws IOException {
        if (!range.has(address)) {
            throw new IOException(String.format(
                    "address %x is outside of the mapping [%x, %x]", address, range.start(), range.limit()));
        }
        return of(segment(address));
    }

    private long of(Optional<Segment> segment) throws IOException {
        if (range.isEverything()) {
            return 0;
        }
        return switch (elf.type()) {
            case EXECUTABLE -> executable(segment);
            case RELOCATABLE -> {
                if (range.offset() != 0) {
                    throw unknown("a relocatable file is mapped at an offset");
                }
                yield range.start();
            }
            case SHARED ->
                segment.isEmpty()
                        ? range.start() - range.offset()
                        : kernel(segment.get()).orElseGet(() -> user(segment.get()));
            case OTHER -> throw unknown("it is neither a program nor a library");
        };
    }

    private long executable(Optional<Segment> segment) throws IOException {
        if (segment.isEmpty()) {
            return 0; // linked for the addresses that it ran at
        }
        if (kernelSymbol.isEmpty() && range.start() > 0) {
            return user(segment.get());
        }
        OptionalLong kernel = kernel(segment.get());
        if (kernel.isPresent()) {
            return kernel.getAsLong();
        }
        if (range.start() == 0 && range.limit() != 0 && kernelSymbol.isEmpty()) {
            return -segment.get().address(); // a kernel that was moved to 0
        }
        throw unknown("it is a program for other addresses");
    }

    /** The segment's place in memory, less the place that it was linked for. */
    private long user(Segment segment) {
        return range.start() - range.offset() + segment.offset() - segment.address();
    }

    private OptionalLong kernel(Segment segment) {
        long start = range.start();
        long offset = range.offset();
        boolean samePage = kernelSymbol.isPresent()
                && Long.remainderUnsigned(start, PAGE) == Long.remainderUnsigned(kernelSymbol.getAsLong(), PAGE);
        if (segment.address() == start - offset) {
            return OptionalLong.of(offset);
        }
        if (start == 0 && range.limit() != 0 && kernelSymbol.isPresent()) {
            return OptionalLong.of(-kernelSymbol.getAsLong()); // moved to 0
        }
        boolean isHigh = start < 0; // in the upper half, which is the kernel's
        boolean isKernelOffset = offset == 0 || offset == POWERPC_KERNEL || offset == start;
        if (isHigh && Long.compareUnsigned(range.limit(), start) > 0 && isKernelOffset) {
            // perf takes the address of the symbol for the start, other tools correct that.
            return OptionalLong.of(start - (samePage ? kernelSymbol.getAsLong() : segment.address()));
        }
        if (samePage && Long.remainderUnsigned(start, PAGE) != 0) {
            return OptionalLong.of(start - kernelSymbol.getAsLong()); // moved into the first page
        }
        return OptionalLong.empty();
    }

    private Optional<Segment> segment(long address) throws IOException {
        boolean isKernel = kernelSymbol.isPresent()
                || Long.compareUnsigned(range.start(), range.limit()) >= 0
                || range.limit() < 0;
        if (isKernel) {
            return elf.textSegment();
        }
        List<Segment> loaded = elf.segments().stream().filter(Segment::isLoaded).toList();
        if (loaded.isEmpty()) {
            return Optional.empty(); // a module of the kernel
        }
        List<Segment> candidates = loaded.stream().filter(this::isMapped).toList();
        if (candidates.isEmpty()) {
            throw unknown("no program header matches");
        }
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        return Optional.of(atOffset(candidates, address - range.start() + range.offset()));
    }

    /**
     * Whether the mapping is one of the segment. Where two segments share a page, the page is mapped for both; the mapping
     * is not that of a segment which starts on a later page, nor of one that ends on its first page when it goes on after
     * that.
     */
    private boolean isMapped(Segment segment) {
        long start = range.offset();
        long limit = range.offset() + (range.limit() - range.start());
        long segmentLimit = segment.offset() + segment.memorySize();
        if (segment.fileSize() == 0 // then its offset means nothing
                || Long.compareUnsigned(start, segmentLimit) >= 0
                || Long.compareUnsigned(segment.offset(), limit) >= 0) {
            return false;
        }
        long inPage = segment.address() & segment.align() - 1;
        long alignedOffset = Long.compareUnsigned(segment.offset(), inPage) > 0 ? segment.offset() - inPage : 0;
        if (Long.compareUnsigned(start, alignedOffset) < 0) {
            return false;
        }
        return !(Long.compareUnsigned(start, segment.offset()) > 0
                && Long.compareUnsigned(segmentLimit, start + PAGE) < 0
                && Long.compareUnsigned(limit, segmentLimit + PAGE) >= 0);
    }

    private Segment atOffset(List<Segment> candidates, long offset) throws IOException {
        List<Segment> found = new ArrayList<>();
        for (Segment segment : candidates) {
            if (segment.hasOffset(offset)) {
                found.add(segment);
            }
        }
        if (found.size() != 1) {
            throw unknown(found.size() + " program headers match the file offset 0x" + Long.toHexString(offset)
                    + (found.isEmpty() ? "" : "; is the file stripped?"));
        }
        return found.get(0);
    }

    private IOException unknown(String because) {
        return new IOException(String.format(
                "%s (mapped at 0x%x to 0x%x with offset 0x%x)", because, range.start(), range.limit(), range.offset()));
    }
}
