package io.tidemark.collect.jfr;

import io.tidemark.model.profile.LabelSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedThread;
import org.jspecify.annotations.Nullable;

/**
 * The labels of threads: {@code thread:http-nio-8080-exec-7 thread_pool:http-nio-8080-exec}.
 *
 * <p>Programs make threads without end; beyond {@link #MAX_NAMES} only the pool is told.
 */
final class Threads {
    static final int MAX_NAMES = 4096;

    private static final Pattern NUMBER = Pattern.compile("[-#_ .:]*\\d+$");

    private final Set<String> names = new HashSet<>();

    void label(LabelSet.Builder labels, @Nullable RecordedThread thread) {
        String name = name(thread);
        if (names.contains(name) || names.size() < MAX_NAMES) {
            names.add(name);
            labels.text("thread", name);
        }
        labels.text("thread_pool", pool(name));
    }

    private static String name(@Nullable RecordedThread thread) {
        if (thread == null) {
            return "[unknown]";
        }
        String java = thread.getJavaName();
        if (java != null && !java.isEmpty()) {
            return java;
        }
        if (thread.hasField("virtual") && thread.getBoolean("virtual")) {
            return "[virtual]"; // there may be a million, and they have no names
        }
        String system = thread.getOSName();
        return system == null || system.isEmpty() || system.startsWith("[tid=") ? "[native]" : system;
    }

    /** The name of a thread without the number at its end. */
    static String pool(String name) {
        String pool = NUMBER.matcher(name).replaceFirst("");
        return pool.isEmpty() ? name : pool;
    }
}
