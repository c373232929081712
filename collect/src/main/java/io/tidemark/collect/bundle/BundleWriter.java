package io.tidemark.collect.bundle;

import io.tidemark.collect.observation.Sink;
import io.tidemark.model.observation.Capture;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.observation.Target;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a bundle while its observations are made.
 *
 * <p>Until it is closed, the file has the suffix {@link #UNFINISHED}. That one can be read, too: it has all rounds but the
 * one that was being written.
 */
public final class BundleWriter implements Sink, AutoCloseable {
    /** What the name of a bundle ends in that is still being written, or whose writer was killed. */
    public static final String UNFINISHED = ".part";

    private static final byte GZIP_1 = 0x1F;
    private static final byte GZIP_2 = (byte) 0x8B;
    private static final long FIXED_TIME =
            315_532_800_000L; // 1980, the first year of zip: bytes depend on content alone

    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final BufferedOutputStream buffer;
    private final ZipOutputStream zip;
    private boolean hasFailed;

    private BundleWriter(Path file, Path unfinished, FileChannel channel) throws IOException {
        this.file = file;
        this.unfinished = unfinished;
        this.channel = channel;
        this.buffer = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        this.zip = new ZipOutputStream(buffer);
        put(Entries.FIRST, Records.first());
        sync();
    }

    /** Begins a bundle. A file of that name is replaced when the bundle is closed. */
    public static BundleWriter create(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        FileChannel channel = FileChannel.open(
                unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            return new BundleWriter(file, unfinished, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes observations that are there already. */
    public static void write(Path file, List<Observation> observations) throws IOException {
        try (BundleWriter writer = create(file)) {
            for (int i = 0; i < observations.size(); i++) {
                Observation observation = observations.get(i);
                writer.began(i, observation.target(), observation.start());
                Map<Integer, List<Capture>> rounds = new TreeMap<>();
                for (Capture capture : observation.captures()) {
                    rounds.computeIfAbsent(capture.round(), round -> new ArrayList<>())
                            .add(capture);
                }
                for (List<Capture> round : rounds.values()) {
                    writer.captured(i, round);
                }
                writer.ended(i, observation.target(), observation.length(), observation.notes());
            }
        }
    }

    @Override
    public void began(int target, Target what, Instant start) throws IOException {
        put(Entries.of(target, Entries.BEGIN), Records.begin(what, start));
        sync();
    }

    /** Writes a round. When this returns, a crash of the machine doesn't lose it. */
    @Override
    public void captured(int target, List<Capture> round) throws IOException {
        int number = round.get(0).round();
        for (Capture capture : round) {
            if (!capture.isFailed()) {
                try (InputStream content = capture.open()) {
                    put(Entries.of(target, number, capture.name()), content.readAllBytes());
                }
            }
        }
        put(Entries.of(target, number, Entries.ROUND), Records.round(round));
        sync();
    }

    @Override
    public void ended(int target, Target what, Duration length, List<String> notes) throws IOException {
        put(Entries.of(target, Entries.END), Records.end(what, length, notes));
        sync();
    }

    private void put(String name, byte[] bytes) throws IOException {
        try {
            boolean isGzip = bytes.length > 2 && bytes[0] == GZIP_1 && bytes[1] == GZIP_2;
            zip.setLevel(isGzip ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(FIXED_TIME);
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            hasFailed = true;
            throw new IOException(unfinished + ": " + e.getMessage(), e);
        }
    }

    private void sync() throws IOException {
        zip.flush();
        channel.force(false);
    }

    /** Leaves no file behind. */
    public void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(unfinished);
    }

    /** Finishes the bundle and gives it its name; one that could not be written keeps the other. */
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            if (hasFailed) {
                return;
            }
            zip.finish();
            sync();
        }
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
