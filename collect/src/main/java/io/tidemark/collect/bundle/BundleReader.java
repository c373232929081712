package io.tidemark.collect.bundle;

import io.tidemark.collect.bundle.Entries.Entry;
import io.tidemark.model.observation.Observation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads a bundle, entry by entry from its beginning; what is behind the last whole round is left out, and a note says so.
 * Nothing of it is unpacked into files.
 */
final class BundleReader {
    private final BundleLimits limits;
    private final Map<String, byte[]> contents = new HashMap<>(); // of the round that is being read
    private final Map<Integer, Recorded> targets = new TreeMap<>();
    private int entries;
    private long total;

    BundleReader(BundleLimits limits) {
        this.limits = limits;
    }

    /** The observations in a stream, which is read as far as it makes sense. */
    List<Observation> read(InputStream in) throws IOException {
        boolean isWhole = readEntries(in);
        List<Observation> observations = new ArrayList<>();
        for (Recorded target : targets.values()) {
            target.observation(isWhole).ifPresent(observations::add);
        }
        if (observations.isEmpty()) {
            throw new MalformedBundleException(
                    isWhole ? "a bundle without an observation" : "the bundle is cut off within its first round");
        }
        return observations;
    }

    /** Reads the entries. Returns whether the bundle does not break off within one. */
    private boolean readEntries(InputStream in) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry first = next(zip);
            if (first == null || !first.getName().equals(Entries.FIRST)) {
                throw new MalformedBundleException(
                        first == null
                                ? "not a bundle: no zip file, or one that is cut off at the beginning"
                                : "not a bundle: a zip file that begins with " + printable(first.getName())
                                        + " (expected " + Entries.FIRST + ")");
            }
            BundleJson.requireVersion(content(zip, Entries.FIRST));
            for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
                add(entry.getName(), zip);
            }
            return true;
        } catch (EOFException e) {
            if (entries < 2) {
                throw new MalformedBundleException("the bundle is cut off within its first entry", e);
            }
            return false;
        } catch (ZipException | IllegalArgumentException e) {
            throw new MalformedBundleException("broken after " + entries + " entries: " + e.getMessage(), e);
        }
    }

    private ZipEntry next(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry != null && ++entries > limits.entries()) {
            throw new MalformedBundleException("more than " + limits.entries() + " entries, which is the limit");
        }
        return entry;
    }

    private void add(String name, ZipInputStream zip) throws IOException {
        Optional<Entry> parsed = Entries.parse(name);
        if (parsed.isEmpty()) {
            throw new MalformedBundleException(
                    "an entry named " + printable(name) + " (expected such as 0/0003/debug/pprof/heap)");
        }
        Entry entry = parsed.get();
        byte[] content = content(zip, name);
        Recorded target = targets.get(entry.target());
        if (entry.round() < 0 && entry.file().equals(Entries.BEGIN)) {
            if (target != null) {
                throw new MalformedBundleException("a second entry " + name);
            }
            targets.put(entry.target(), new Recorded(BundleJson.begin(content, name)));
        } else if (target == null) {
            throw new MalformedBundleException(name + " before " + Entries.of(entry.target(), Entries.BEGIN));
        } else if (entry.round() < 0 && entry.file().equals(Entries.END)) {
            target.end(BundleJson.end(content, name));
        } else if (entry.round() >= 0 && entry.file().equals(Entries.ROUND)) {
            target.add(BundleJson.round(content, name), entry, contents);
        } else if (entry.round() < 0) {
            throw new MalformedBundleException("an entry named " + name + ", which no bundle has");
        } else if (contents.put(name, content) != null) {
            throw new MalformedBundleException("a second entry " + name);
        }
    }

    private byte[] content(ZipInputStream zip, String name) throws IOException {
        long room = Math.min(limits.entryBytes(), limits.totalBytes() - total);
        byte[] content = zip.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 16));
        if (content.length > room) {
            throw new MalformedBundleException(
                    room == limits.entryBytes()
                            ? printable(name) + ": more than " + (limits.entryBytes() >> 20)
                                    + " MiB inflated, which is the limit of an entry"
                            : "more than " + (limits.totalBytes() >> 20)
                                    + " MiB inflated, which is the limit of a bundle");
        }
        total += content.length;
        return content;
    }

    /** A stranger's name in a message: short, and without control characters. */
    private static String printable(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "..." : name;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
