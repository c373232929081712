package io.tidemark.collect.symbolize;

import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.SymbolRewriter;
import io.tidemark.model.profile.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Symbols from the server that a profile came from. It is sent addresses, {@code 0x401000+0x401234}, and answers with a
 * line for each that it knows:
 *
 * <pre>
 * 0x401000 main
 * 0x401234 ns::work(int)
 * </pre>
 */
final class RemoteSymbols {
    private static final Pattern SYMBOL = Pattern.compile("(?d)0x([0-9a-fA-F]+)\\s+(.*)");
    private static final List<String> GPERFTOOLS =
            List.of("/pprof/heap", "/pprof/growth", "/pprof/profile", "/pprof/pmuprofile", "/pprof/contention");

    private final Profile profile;
    private final SymbolRewriter symbols;
    private final Post post;

    private RemoteSymbols(Profile profile, Post post) {
        this.profile = profile;
        this.symbols = new SymbolRewriter(profile);
        this.post = post;
    }

    static Profile add(Profile profile, boolean force, MappingSources sources, Post post) throws IOException {
        RemoteSymbols remote = new RemoteSymbols(profile, post);
        for (int i = 0; i < profile.mappings().size(); i++) {
            Mapping mapping = profile.mappings().get(i);
            if (force || !mapping.symbols().functions()) {
                remote.add(i, sources.of(mapping));
            }
        }
        return remote.symbols.build();
    }

    private void add(int index, List<MappingSources.Source> sources) throws IOException {
        for (MappingSources.Source source : sources) {
            String url = symbolUrl(source.url());
            if (!url.isEmpty()) {
                Mapping mapping = symbols.mapping(index);
                add(index, url, source.start() - mapping.start());
                Mapping.Symbols known = mapping.symbols();
                symbols.mapping(
                        index,
                        mapping.withSymbols(new Mapping.Symbols(
                                true, known.filenames(), known.lineNumbers(), known.inlineFrames())));
                return;
            }
        }
    }

    /**
     * The address that knows the symbols of a profile's address; empty when that is none.
     *
     * <p>Go serves {@code /debug/pprof/symbol} and gperftools {@code /pprof/symbol}; everybody else {@code symbolz}, beside
     * the profile.
     */
    static String symbolUrl(String url) {
        int host = url.indexOf("://") + 3;
        if (host < 3 || host == url.length()) {
            return "";
        }
        int end = endOfPath(url, host);
        int slash = url.indexOf('/', host);
        int path = slash < 0 || slash > end ? end : slash;
        if (path == host) {
            return "";
        }
        String name = url.substring(path, end);
        boolean isSymbol = name.contains("/debug/pprof/") || GPERFTOOLS.stream().anyMatch(name::endsWith);
        String directory = clean(name + "/..");
        return url.substring(0, path) + (directory.equals("/") ? "" : directory) + (isSymbol ? "/symbol" : "/symbolz");
    }

    private static int endOfPath(String url, int from) {
        int end = from;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return end;
    }

    private static String clean(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private void add(int mapping, String url, long offset) throws IOException {
        Locations locations = profile.locations();
        StringJoiner addresses = new StringJoiner("+");
        for (int location = 0; location < locations.size(); location++) {
            if (locations.mapping(location) == mapping
                    && locations.address(location) != 0
                    && locations.lineCount(location) == 0) {
                addresses.add("0x" + Long.toHexString(shifted(locations.address(location), offset)));
            }
        }
        if (addresses.length() == 0) {
            return;
        }
        Map<Long, Integer> functions = functions(Utf8.decode(post.post(url, addresses.toString())), offset);
        for (int location = 0; location < locations.size(); location++) {
            Integer function =
                    locations.mapping(location) == mapping ? functions.get(locations.address(location)) : null;
            if (function != null) {
                symbols.lines(location, List.of(new SymbolRewriter.Line(function, 0, 0)));
            }
        }
    }

    /** The functions by address, from the lines that are complete. */
    private Map<Long, Integer> functions(String answer, long offset) throws IOException {
        Map<Long, Integer> functions = new HashMap<>();
        int start = 0;
        for (int end = answer.indexOf('\n'); end >= 0; end = answer.indexOf('\n', start)) {
            Matcher symbol = SYMBOL.matcher(answer.substring(start, end + 1));
            start = end + 1;
            if (symbol.find()) {
                long address = shifted(parse(symbol.group(1)), -offset);
                functions.put(address, symbols.function(symbol.group(2), symbol.group(2), "", 0));
            }
        }
        return functions;
    }

    private static long parse(String hex) throws IOException {
        try {
            return Long.parseUnsignedLong(hex, 16);
        } catch (NumberFormatException e) {
            throw new IOException("unexpected address 0x" + hex + " from the server", e);
        }
    }

    /** Mappings that were merged lie elsewhere than in the process that is asked. */
    private static long shifted(long address, long offset) throws IOException {
        long shifted = address + offset;
        int order = Long.compareUnsigned(shifted, address);
        if (offset < 0 ? order >= 0 : order < 0) {
            throw new IOException(
                    "cannot adjust address 0x" + Long.toHexString(address) + " by " + offset + ", it would overflow");
        }
        return shifted;
    }
}
