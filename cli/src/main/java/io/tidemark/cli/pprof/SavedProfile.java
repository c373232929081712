package io.tidemark.cli.pprof;

import io.tidemark.cli.command.TemporaryFiles;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Problem;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.ValueType;
import io.tidemark.model.proto.ProfileProtoWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what was fetched from a server, since it can't be fetched again, in {@code PPROF_TMPDIR}, {@code ~/pprof} or where
 * temporary files go, as {@code pprof.BINARY.TYPE.TYPE.001.pb.gz}.
 */
final class SavedProfile {
    private final Console console;
    private final TemporaryFiles files;

    SavedProfile(Console console, TemporaryFiles files) {
        this.console = console;
        this.files = files;
    }

    /** Keeps a profile, and says where; that it can't be kept is told, and no more. */
    void save(Profile profile) {
        for (String directory : directories()) {
            try {
                Path file = files.create(Files.createDirectories(Path.of(directory)), prefix(profile), ".pb.gz");
                try (OutputStream out = Files.newOutputStream(file)) {
                    ProfileProtoWriter.write(profile, out);
                }
                console.say("Saved profile in " + file);
                return;
            } catch (IOException e) {
                console.warn("Could not save the profile: " + Problem.sentence(e));
            }
        }
    }

    private List<String> directories() {
        List<String> directories = new ArrayList<>();
        String chosen = console.environment("PPROF_TMPDIR");
        if (!chosen.isEmpty()) {
            directories.add(chosen);
        }
        String home = console.environment("HOME");
        if (!home.isEmpty()) {
            directories.add(home + "/pprof");
        }
        directories.add(System.getProperty("java.io.tmpdir"));
        return directories;
    }

    private static String prefix(Profile profile) {
        StringBuilder name = new StringBuilder("pprof.");
        String binary =
                profile.mappings().isEmpty() ? "" : profile.mappings().get(0).file();
        if (!binary.isEmpty()) {
            name.append(plain(binary.substring(binary.lastIndexOf('/') + 1))).append('.');
        }
        for (ValueType type : profile.sampleTypes()) {
            name.append(plain(type.type())).append('.');
        }
        return name.toString();
    }

    /** A part of a name that came from a stranger and must not lead elsewhere. */
    private static String plain(String part) {
        return part.replace('/', '_').replace('\0', '_');
    }
}
