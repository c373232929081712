package io.tidemark.collect.symbolize;

import io.tidemark.collect.binary.Binary;
import io.tidemark.collect.tool.Tools;
import io.tidemark.model.profile.Mapping;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.SymbolRewriter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the binaries that the mappings of a profile name, on the search path in {@code PPROF_BINARY_PATH}, or else in
 * {@code $HOME/pprof/binaries}. Each directory of it may be laid out as any of these:
 *
 * <pre>
 * BUILDID/app   BUILDID/*   usr/bin/app/BUILDID   BU/ILDID.debug   app   usr/bin/app   usr/bin/app.debug
 * usr/bin/.debug/app.debug   usr/lib/debug/usr/bin/app.debug
 * </pre>
 */
public final class BinaryLocator {
    private final List<String> directories;
    private final Tools tools;
    private final Consumer<String> messages;

    /**
     * A locator.
     *
     * @param environment the environment of this process
     * @param messages for the user
     */
    public BinaryLocator(Map<String, String> environment, Tools tools, Consumer<String> messages) {
        String configured = environment.getOrDefault("PPROF_BINARY_PATH", "");
        String path = configured.isEmpty() ? join(environment.getOrDefault("HOME", ""), "pprof/binaries") : configured;
        this.directories = List.of(path.split(":", -1));
        this.tools = tools;
        this.messages = messages;
    }

    /**
     * The profile with the files of its mappings where they were found. A profile without mappings gets one, which the
     * binary that the user names may be symbolised with.
     *
     * @param executable the main binary as the user says, or empty
     * @param buildId the build id of the main binary as the user says, where the profile does not say; or empty
     */
    public Profile locate(Profile profile, String executable, String buildId) {
        SymbolRewriter symbols = new SymbolRewriter(profile);
        for (int i = 0; i < profile.mappings().size(); i++) {
            symbols.mapping(i, locate(profile.mappings().get(i)));
        }
        if (profile.mappings().isEmpty()) {
            symbols.mapEverything(Mapping.unknown(1));
        }
        Mapping main = symbols.mapping(0);
        if (!executable.isEmpty()) {
            main = main.withFile(executable);
        }
        if (!buildId.isEmpty() && main.buildId().isEmpty()) {
            main = main.withBuildId(buildId);
        }
        symbols.mapping(0, main);
        return symbols.build();
    }

    private Mapping locate(Mapping mapping) {
        for (String directory : directories) {
            for (String candidate : candidates(directory, mapping)) {
                if (isThere(candidate) && isBinaryOf(candidate, mapping)) {
                    return mapping.withFile(candidate);
                }
            }
        }
        return mapping;
    }

    /** Most candidates are not, and an exception for each would cost more than the look. */
    private static boolean isThere(String candidate) {
        try {
            return !candidate.isEmpty() && Files.isRegularFile(Path.of(candidate));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private boolean isBinaryOf(String candidate, Mapping mapping) {
        try (Binary binary = Binary.open(candidate, mapping, tools, true)) {
            if (mapping.buildId().isEmpty() || mapping.buildId().equals(binary.buildId())) {
                return true;
            }
            messages.accept("Ignoring local file " + candidate + ": build-id mismatch (" + mapping.buildId() + " != "
                    + binary.buildId() + ")");
            return false;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static List<String> candidates(String directory, Mapping mapping) {
        String file = mapping.file();
        String id = mapping.buildId();
        int slash = file.lastIndexOf('/');
        String name = file.substring(slash + 1);
        String parent = slash < 0 ? "" : file.substring(0, slash);
        List<String> candidates = new ArrayList<>();
        if (!id.isEmpty()) {
            candidates.add(join(directory, id, name));
            candidates.addAll(filesIn(join(directory, id)));
            candidates.add(join(directory, file, id));
            if (id.length() >= 2) {
                candidates.add(join(directory, id.substring(0, 2), id.substring(2) + ".debug"));
            }
        }
        if (!file.isEmpty()) {
            candidates.add(join(directory, name));
            candidates.add(join(directory, file));
            candidates.add(join(directory, file + ".debug"));
            candidates.add(join(directory, parent, ".debug", name + ".debug"));
            candidates.add(join(directory, "usr/lib/debug", parent, name + ".debug"));
        }
        return candidates;
    }

    private static List<String> filesIn(String directory) {
        List<String> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
            entries.forEach(entry -> files.add(entry.toString()));
        } catch (IOException | InvalidPathException notThere) {
            return List.of();
        }
        files.sort(null);
        return files;
    }

    /** A path of parts, each below the one before even when it starts with a slash; empty when it can be no path. */
    private static String join(String first, String... more) {
        try {
            return Path.of(first, more).normalize().toString();
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
