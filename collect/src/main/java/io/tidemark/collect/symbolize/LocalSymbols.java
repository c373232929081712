package io.tidemark.collect.symbolize;

import io.tidemark.collect.binary.Binary;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.code.Frame;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.SymbolRewriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Symbols from the binaries that the mappings of a profile name. */
final class LocalSymbols {
    private static final String INCOMPLETE = """
            Some binary filenames not available. Symbolization may be incomplete.
            Try setting PPROF_BINARY_PATH to the search path for local binaries.""";

    private final Tools tools;
    private final SymbolizeMode mode;
    private final Consumer<String> messages;

    LocalSymbols(Tools tools, SymbolizeMode mode, Consumer<String> messages) {
        this.tools = tools;
        this.mode = mode;
        this.messages = messages;
    }

    Profile add(Profile profile) {
        int[] counts = new int[profile.mappings().size()]; // of locations
        int[] bare = new int[counts.length]; // of those without lines
        Locations locations = profile.locations();
        for (int location = 0; location < locations.size(); location++) {
            int mapping = locations.mapping(location);
            if (mapping >= 0) {
                counts[mapping]++;
                bare[mapping] += locations.lineCount(location) == 0 ? 1 : 0;
            }
        }
        SymbolRewriter symbols = new SymbolRewriter(profile);
        boolean isIncomplete = false;
        for (int mapping = 0; mapping < counts.length; mapping++) {
            Mapping found = profile.mappings().get(mapping);
            // Formats that are text have lines for everything, and no binary that anybody would miss.
            boolean isText = found.file().isEmpty() && bare[mapping] == 0;
            if (counts[mapping] > 0 && !isText && !isDone(found)) {
                isIncomplete |= !add(profile, mapping, symbols);
            }
        }
        if (isIncomplete) {
            messages.accept(INCOMPLETE);
        }
        return symbols.build();
    }

    private boolean isDone(Mapping mapping) {
        return mapping.symbols().any() && !mode.force();
    }

    /** Returns false where the binary is missing. */
    private boolean add(Profile profile, int index, SymbolRewriter symbols) {
        Mapping mapping = profile.mappings().get(index);
        if (mapping.file().isEmpty()) {
            if (index == 0) {
                messages.accept("Main binary filename not available.");
            }
            return index == 0;
        }
        if (mapping.isUnsymbolizable() || (mapping.buildId().isEmpty() && MappingSources.isHttp(mapping.file()))) {
            return true;
        }
        String failed = "Local symbolization failed for " + name(mapping) + ": ";
        try (Binary binary = Binary.open(mapping.file(), mapping, tools, mode.fast())) {
            if (!mapping.buildId().isEmpty()
                    && !binary.buildId().isEmpty()
                    && !mapping.buildId().equals(binary.buildId())) {
                messages.accept(failed + "build ID mismatch");
                return true;
            }
            addLines(profile, index, binary, symbols, failed);
            return true;
        } catch (IOException e) {
            messages.accept(failed + e.getMessage());
            return false;
        }
    }

    private static String name(Mapping mapping) {
        String file = mapping.file();
        int end = file.length();
        while (end > 1 && file.charAt(end - 1) == '/') {
            end--;
        }
        String base = file.substring(file.lastIndexOf('/', end - 1) + 1, end);
        return mapping.buildId().isEmpty() ? base : base + " (build ID " + mapping.buildId() + ")";
    }

    private void addLines(Profile profile, int mapping, Binary binary, SymbolRewriter symbols, String failed) {
        Locations locations = profile.locations();
        String lastFailure = "";
        for (int location = 0; location < locations.size(); location++) {
            if (locations.mapping(location) != mapping) {
                continue;
            }
            try {
                List<Frame> frames = binary.frames(locations.address(location));
                if (!frames.isEmpty()) {
                    addFrames(location, mapping, frames, symbols);
                }
            } catch (IOException e) {
                lastFailure = String.valueOf(e.getMessage());
            }
        }
        if (!lastFailure.isEmpty() && !symbols.mapping(mapping).symbols().inlineFrames()) {
            messages.accept(failed + lastFailure);
        }
    }

    private static void addFrames(int location, int mapping, List<Frame> frames, SymbolRewriter symbols) {
        List<SymbolRewriter.Line> lines = new ArrayList<>(frames.size());
        boolean[] has = new boolean[3];
        for (Frame frame : frames) {
            has[0] |= !frame.function().isEmpty();
            has[1] |= !frame.file().isEmpty();
            has[2] |= frame.line() != 0;
            int function = symbols.function(frame.function(), frame.function(), frame.file(), frame.startLine());
            lines.add(new SymbolRewriter.Line(function, frame.line(), frame.column()));
        }
        symbols.lines(location, lines);
        Mapping old = symbols.mapping(mapping);
        Mapping.Symbols known = old.symbols();
        symbols.mapping(
                mapping,
                old.withSymbols(new Mapping.Symbols(
                        known.functions() || has[0],
                        known.filenames() || has[1],
                        known.lineNumbers() || has[2],
                        true)));
    }
}
