package io.tidemark.collect.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the tools are. Each is looked for when it is first asked for.
 *
 * <p>The configuration is that of pprof: entries with commas between them, each {@code tool:directory}, or a directory for
 * all tools; an empty directory stands for the PATH. {@code objdump:/opt/llvm/bin,/opt/bin} finds objdump in the first and
 * everything else in the second.
 */
public final class Tools {
    /** Before 8 it does not know the options that it is called with. */
    private static final int OLDEST_LLVM_OBJDUMP = 8;

    private final Map<String, List<String>> directories = new HashMap<>();
    private final String path;
    private final Duration patience;
    private final Map<String, Optional<String>> found = new HashMap<>();
    private Optional<Optional<Disassembler>> disassembler = Optional.empty();

    /**
     * A program that disassembles.
     *
     * @param program its path
     * @param isLlvm whether it is LLVM's, whose options differ
     */
    public record Disassembler(String program, boolean isLlvm) {}

    /**
     * Tools as configured.
     *
     * @param configuration as {@code -tools} has it; empty for the PATH
     * @param environment the environment of this process
     * @param patience how long to wait for a line that a tool shall print
     */
    public Tools(String configuration, Map<String, String> environment, Duration patience) {
        for (String entry : configuration.split(",", -1)) {
            int colon = entry.indexOf(':');
            String tool = colon < 0 ? "" : entry.substring(0, colon);
            directories.computeIfAbsent(tool, key -> new ArrayList<>()).add(entry.substring(colon + 1));
        }
        this.path = environment.getOrDefault("PATH", "");
        this.patience = patience;
    }

    /** Tools on the PATH of this process, each of which has five minutes: symbols of large binaries take long to load. */
    public static Tools onPath(Map<String, String> environment) {
        return new Tools("", environment, Duration.ofMinutes(5));
    }

    /** How long to wait for a line that a tool shall print. */
    public Duration patience() {
        return patience;
    }

    public Optional<String> llvmSymbolizer() {
        return find("llvm-symbolizer", "llvm-symbolizer");
    }

    public Optional<String> addr2line() {
        return find("addr2line", "addr2line");
    }

    /**
     * A program on the PATH, wherever the configuration says to look.
     *
     * <p>pprof falls back to it for llvm-symbolizer and nm, once the configuration has led to addr2line.
     */
    public Optional<String> onPath(String program) {
        return memoize("on PATH " + program, () -> lookUp(program));
    }

    /** LLVM's nm, or that of GNU, which print the same. */
    public Optional<String> nm() {
        return find("nm", "llvm-nm").or(() -> find("nm", "nm")).or(() -> onPath("nm"));
    }

    /** c++filt. pprof needs none, so a configuration that does not name it does not hide it. */
    public Optional<String> cxxfilt() {
        return find("c++filt", "c++filt").or(() -> onPath("c++filt"));
    }

    /** LLVM's objdump when it is new enough, or that of GNU. */
    public Optional<Disassembler> objdump() {
        if (disassembler.isEmpty()) {
            disassembler = Optional.of(findDisassembler("llvm-objdump").or(() -> findDisassembler("objdump")));
        }
        return disassembler.get();
    }

    private Optional<Disassembler> findDisassembler(String program) {
        Optional<String> file = find("objdump", program);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String version = version(file.get());
        if (isNewLlvm(version)) {
            return Optional.of(new Disassembler(file.get(), true));
        }
        return version.contains("GNU objdump") ? Optional.of(new Disassembler(file.get(), false)) : Optional.empty();
    }

    /** Whether the answer to {@code --version} is that of an LLVM that understands us. */
    static boolean isNewLlvm(String version) {
        Matcher matcher = Pattern.compile("LLVM version (?:(\\d+)\\.\\d+\\.\\d+|.*(trunk))")
                .matcher(version);
        if (!matcher.find()) {
            return false;
        }
        String major = matcher.group(1);
        return major == null || (major.length() < 9 && Integer.parseInt(major) >= OLDEST_LLVM_OBJDUMP);
    }

    private String version(String program) {
        StringBuilder text = new StringBuilder();
        try (ToolProcess tool = ToolProcess.start(List.of(program, "--version"), patience)) {
            for (Optional<String> line = tool.readLine(); line.isPresent(); line = tool.readLine()) {
                text.append(line.get()).append('\n');
            }
            tool.finish();
        } catch (IOException e) {
            return "";
        }
        return text.toString();
    }

    /** A program in the directories that are configured for a tool, then in those for all. */
    private Optional<String> find(String tool, String program) {
        return memoize(tool + " " + program, () -> {
            List<String> candidates = new ArrayList<>(directories.getOrDefault(tool, List.of()));
            candidates.addAll(directories.getOrDefault("", List.of()));
            return candidates.stream()
                    .flatMap(directory -> in(directory, program).stream())
                    .findFirst();
        });
    }

    private Optional<String> memoize(String key, Supplier<Optional<String>> search) {
        Optional<String> known = found.get(key);
        if (known == null) {
            known = search.get();
            found.put(key, known);
        }
        return known;
    }

    private Optional<String> in(String directory, String program) {
        try {
            String file = Path.of(directory, program).normalize().toString();
            return file.contains("/") ? Optional.of(file).filter(Tools::isExecutable) : lookUp(file);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A program on the PATH; entries that depend on the working directory are not trusted. */
    private Optional<String> lookUp(String program) {
        for (String directory : path.split(":", -1)) {
            String file = directory + "/" + program;
            if (directory.startsWith("/") && isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static boolean isExecutable(String file) {
        try {
            Path path = Path.of(file);
            return Files.isExecutable(path) && !Files.isDirectory(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** What is configured, such as {@code nm="/usr/bin/nm"}, for diagnostics. */
    @Override
    public String toString() {
        return "llvm-symbolizer=" + quote(llvmSymbolizer()) + " addr2line=" + quote(addr2line()) + " nm="
                + quote(nm()) + " objdump=" + quote(objdump().map(Disassembler::program)) + " c++filt="
                + quote(cxxfilt());
    }

    private static String quote(Optional<String> program) {
        return '"' + program.orElse("") + '"';
    }
}
