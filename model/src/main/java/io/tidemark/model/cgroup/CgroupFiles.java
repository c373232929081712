package io.tidemark.model.cgroup;

import io.tidemark.model.text.Characters;
import io.tidemark.model.text.KeyedLines;
import io.tidemark.model.text.MalformedTextException;
import io.tidemark.model.text.Numbers;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The files of a control group of memory, and which line of them is which value. */
final class CgroupFiles {
    private static final String NONE = "max";

    /** Version 1 says "no limit" with the largest number of whole pages; any limit near it is none. */
    private static final long UNLIMITED = Long.MAX_VALUE / 2;

    private final Map<String, String> files;
    private final KeyedLines stat;

    private CgroupFiles(Map<String, String> files) {
        this.files = files;
        this.stat = lines("memory.stat");
    }

    static CgroupMemory version1(Map<String, String> texts) throws MalformedTextException {
        CgroupFiles files = new CgroupFiles(texts);
        return new CgroupMemory(
                1,
                files.number("memory.usage_in_bytes"),
                new PageMemory(
                        files.total("rss"),
                        files.total("cache"),
                        files.total("shmem"),
                        files.total("active_file"),
                        files.total("inactive_file"),
                        files.total("mapped_file"),
                        files.total("swapcached")),
                new KernelMemory(
                        files.number("memory.kmem.usage_in_bytes"),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                files.number("memory.kmem.tcp.usage_in_bytes"),
                new MemoryBounds(
                        smaller(files.number("memory.limit_in_bytes"), files.stat.number("hierarchical_memory_limit")),
                        files.number("memory.failcnt"),
                        files.lines("memory.oom_control").number("oom_kill"),
                        files.pressure(),
                        first(files.total("workingset_refault_file"), files.total("workingset_refault"))));
    }

    static CgroupMemory version2(Map<String, String> texts) throws MalformedTextException {
        CgroupFiles files = new CgroupFiles(texts);
        KeyedLines stat = files.stat;
        KeyedLines events = files.lines("memory.events");
        OptionalLong sock = stat.number("sock");
        return new CgroupMemory(
                2,
                files.number("memory.current"),
                new PageMemory(
                        stat.number("anon"),
                        stat.number("file"),
                        stat.number("shmem"),
                        stat.number("active_file"),
                        stat.number("inactive_file"),
                        stat.number("file_mapped"),
                        stat.number("swapcached")),
                kernel(stat),
                sock,
                new MemoryBounds(
                        smaller(files.number("memory.max"), OptionalLong.empty()),
                        events.number("max"),
                        events.number("oom_kill"),
                        files.pressure(),
                        first(stat.number("workingset_refault_file"), stat.number("workingset_refault"))));
    }

    private static KernelMemory kernel(KeyedLines stat) throws MalformedTextException {
        OptionalLong stacks = stat.number("kernel_stack");
        OptionalLong pageTables = sum(stat.number("pagetables"), stat.number("sec_pagetables"));
        OptionalLong reclaimable = stat.number("slab_reclaimable");
        OptionalLong unreclaimable = stat.number("slab_unreclaimable");
        OptionalLong others = sum(sum(stat.number("percpu"), stat.number("vmalloc")), stat.number("zswap"));
        OptionalLong parts = sum(sum(stacks, pageTables), sum(sum(reclaimable, unreclaimable), others));
        return new KernelMemory(
                first(stat.number("kernel"), parts), stacks, pageTables, reclaimable, unreclaimable, others);
    }

    private KeyedLines lines(String file) {
        return KeyedLines.parse(files.getOrDefault(file, ""), "cgroup/" + file);
    }

    /** A value of this group and those below it, in version 1. */
    private OptionalLong total(String key) throws MalformedTextException {
        return first(stat.number("total_" + key), stat.number(key));
    }

    /** The only number in a file; {@code max} is none. */
    private OptionalLong number(String file) throws MalformedTextException {
        String text = Characters.trim(files.getOrDefault(file, ""));
        if (text.isEmpty() || text.equals(NONE)) {
            return OptionalLong.empty();
        }
        OptionalLong number = Numbers.decimal(text);
        if (number.isEmpty() || number.getAsLong() < 0) {
            throw MalformedTextException.at("cgroup/" + file, 1, text, "a number or max");
        }
        return number;
    }

    /** From {@code some avg10=0.12 avg60=0.05 avg300=0.01 total=4711}. */
    private OptionalDouble pressure() throws MalformedTextException {
        String text = files.getOrDefault("memory.pressure", "");
        String key = "some avg10=";
        int start = text.indexOf(key);
        int end = text.indexOf(' ', start + key.length());
        if (start < 0 || end < 0) {
            return OptionalDouble.empty();
        }
        String number = text.substring(start + key.length(), end);
        for (int i = 0; i < number.length(); i++) {
            if (number.length() > 10 || (!Characters.isDigit(number.charAt(i)) && number.charAt(i) != '.')) {
                throw MalformedTextException.at("cgroup/memory.pressure", 1, text, key + "PERCENT");
            }
        }
        try {
            return OptionalDouble.of(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            throw MalformedTextException.at("cgroup/memory.pressure", 1, text, key + "PERCENT");
        }
    }

    private static OptionalLong first(OptionalLong preferred, OptionalLong other) {
        return preferred.isPresent() ? preferred : other;
    }

    private static OptionalLong sum(OptionalLong a, OptionalLong b) {
        long sum = a.orElse(0) + b.orElse(0);
        return a.isEmpty() && b.isEmpty() ? a : OptionalLong.of(sum < 0 ? Long.MAX_VALUE : sum);
    }

    /** The smaller of two limits. */
    private static OptionalLong smaller(OptionalLong a, OptionalLong b) {
        long limit = Math.min(a.orElse(Long.MAX_VALUE), b.orElse(Long.MAX_VALUE));
        return limit < UNLIMITED ? OptionalLong.of(limit) : OptionalLong.empty();
    }
}
