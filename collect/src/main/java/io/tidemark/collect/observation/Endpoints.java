package io.tidemark.collect.observation;

import io.tidemark.collect.compression.Compression;
import io.tidemark.collect.http.Address;
import io.tidemark.collect.http.StatusException;
import io.tidemark.collect.http.Transport;
import io.tidemark.model.format.ProfileFormats;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.MalformedProfileException;
import io.tidemark.model.profile.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The pages of one server. An answer is looked at, so that what is kept is what was asked for, and whole. What isn't there
 * is asked for once, what doesn't come twice in a row not again.
 */
final class Endpoints {
    private static final long INFLATED = 4; // times the limit of an answer
    private static final int PATIENCE = 2;

    private final Transport transport;
    private final Address base;
    private final Bounds bounds;
    private final Limits limits;
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Integer> failures = new HashMap<>(); // in a row
    private int silences; // in this round
    private boolean hasAnswered; // in this round

    Endpoints(Transport transport, Address base, Bounds bounds) {
        this.transport = transport;
        this.base = base;
        this.bounds = bounds;
        this.limits = Limits.DEFAULT.withMaxBytes(INFLATED * bounds.answerBytes());
    }

    /** What an answer must be. */
    interface Check<R> {
        R of(byte[] answer) throws IOException;
    }

    /** An answer and what the look at it gave. */
    static final class Answer<R> {
        private final byte[] bytes;
        private final R meaning;

        Answer(byte[] bytes, R meaning) {
            this.bytes = bytes;
            this.meaning = meaning;
        }

        byte[] bytes() {
            return bytes;
        }

        R meaning() {
            return meaning;
        }
    }

    /** A round begins: a server that was silent in the last one gets another chance. */
    void begin() {
        silences = 0;
        hasAnswered = false;
    }

    /** Whether it makes sense to ask for a page now. */
    boolean isWorthAsking(String page) {
        return !gone.contains(page) && silences < (hasAnswered ? PATIENCE + 1 : PATIENCE);
    }

    /** Whether a page is known not to be there. */
    boolean isGone(String page) {
        return gone.contains(page);
    }

    /** Asks for a profile and decodes it. */
    Answer<Profile> profile(String page) throws IOException {
        return get(page, bounds.timeout(), true, bytes -> {
            try (InputStream in = Compression.unwrap(new ByteArrayInputStream(bytes), limits)) {
                return ProfileFormats.read(in, limits);
            }
        });
    }

    /** Asks for a text. */
    <R> Answer<R> text(String page, Duration timeout, Check<R> check) throws IOException {
        return get(page, timeout, false, check);
    }

    private <R> Answer<R> get(String page, Duration timeout, boolean isProfile, Check<R> check) throws IOException {
        byte[] bytes;
        try {
            bytes = fetch(page, timeout, isProfile);
            hasAnswered = true;
        } catch (StatusException e) {
            hasAnswered = true;
            if (e.isFinal()) {
                gone.add(page);
            }
            throw e;
        } catch (IOException e) {
            silences++;
            if (hasAnswered) {
                failed(page); // it alone, not the server
            }
            throw e;
        }
        try {
            R meaning = check.of(bytes);
            failures.remove(page);
            return new Answer<>(bytes, meaning);
        } catch (IOException e) {
            failed(page);
            throw isHtml(bytes) ? new IOException("an HTML page came instead, as of a login or another server", e) : e;
        }
    }

    private void failed(String page) {
        if (failures.merge(page, 1, Integer::sum) >= PATIENCE) {
            gone.add(page);
        }
    }

    private byte[] fetch(String page, Duration timeout, boolean isProfile) throws IOException {
        Address address = base.at(base.path() + "/" + page);
        try (InputStream in = transport.get(address, timeout).body()) {
            byte[] bytes = in.readNBytes(bounds.answerBytes());
            if (bytes.length == bounds.answerBytes()) {
                throw tooLarge();
            }
            return isProfile && isGzipOfPlain(bytes) ? bytes : plain(bytes);
        }
    }

    /** Whether something is packed once, as Go packs its profiles; some servers do it again. */
    private static boolean isGzipOfPlain(byte[] bytes) {
        return isGzip(bytes) && !isGzip(inflatedHead(bytes));
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    }

    private static byte[] inflatedHead(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(2);
        } catch (IOException e) {
            return new byte[0]; // broken, as will be said soon
        }
    }

    /** Text is kept as it was before a server compressed it, and is no larger then, either. */
    private byte[] plain(byte[] bytes) throws IOException {
        Limits plain = limits.withMaxBytes(bounds.answerBytes());
        try (InputStream in = Compression.unwrap(new ByteArrayInputStream(bytes), plain)) {
            return in.readAllBytes();
        } catch (MalformedProfileException e) {
            boolean isLarge = String.valueOf(e.getMessage()).contains(" of more than ");
            throw isLarge ? tooLarge() : new IOException(e.getMessage(), e);
        }
    }

    private IOException tooLarge() {
        return new IOException("an answer of " + (bounds.answerBytes() >> 20) + " MiB or more, which is the limit");
    }

    private static boolean isHtml(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html");
    }
}
