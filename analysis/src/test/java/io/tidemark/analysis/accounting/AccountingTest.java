package io.tidemark.analysis.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analysis.answer.Ink;
import io.tidemark.analysis.answer.Waterfall;
import io.tidemark.analysis.finding.AccountingLine;
import io.tidemark.analysis.reading.Readings;
import io.tidemark.analysis.reading.Recorded;
import io.tidemark.model.observation.CaptureName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AccountingTest {
    private static final double MIB = 1 << 20;
    private static final String STAT_2 = """
            anon 445644800
            file 2150629376
            kernel 33554432
            kernel_stack 7340032
            pagetables 5242880
            percpu 131072
            sock 3145728
            vmalloc 65536
            shmem 1048576
            file_mapped 20971520
            inactive_file 100663296
            active_file 2048917504
            slab_reclaimable 10485760
            slab_unreclaimable 9437184
            """;
    private static final String STAT_1 = """
            cache 1
            rss 1
            total_cache 1832378368
            total_rss 114802688
            total_shmem 0
            total_mapped_file 12345678
            total_inactive_file 1428385792
            total_active_file 403992576
            """;

    @Test
    void of_containerOfVersion2_closesFromTheMonitorToTheHeap() {
        Accounting accounting = Accounting.of(goProcess().read(), OptionalDouble.of(2417 * MIB));
        assertThat(accounting.formula()).hasValue(MonitorFormula.WORKING_SET);
        assertThat(accounting.fit().orElseThrow().error()).isLessThan(0.001);
        assertThat(accounting.unexplained()).isLessThan(0.001);
        assertAddsUp(accounting.lines());
        assertThat(String.join("\n", Waterfall.lines(accounting.lines(), new Waterfall.Form(Ink.PLAIN, 80))))
                .isEqualTo("""
                        Memory                                                                  a minute
                          2.36 GiB  container memory as Kubernetes shows it (usage - inactive file)
                          1.91 GiB    active page cache (files), reclaimable
                            10 MiB    reclaimable slab (dentries, inodes)
                            22 MiB    kernel
                             9 MiB      slab that can't be reclaimed
                             7 MiB      stacks of threads
                             5 MiB      page tables
                             3 MiB    buffers of sockets
                           425 MiB    anonymous memory of all processes
                           421 MiB      the process                                              +14 MiB
                           101 MiB        heap alive after the last collection
                            88 MiB        allocated since then, garbage or not (goal 365 MiB)
                             9 MiB        room between objects, in spans in use
                            22 MiB        freed, not yet returned to the system
                           163 MiB        goroutine stacks                                        +6 MiB
                            32 MiB        the runtime itself                                      -6 MiB
                             6 MiB          spans and caches
                            21 MiB          collector
                             3 MiB          threads and others                                    -6 MiB
                            -8 MiB        reserved and never touched
                            14 MiB        outside of Go's runtime: C, memory maps                +14 MiB
                             4 MiB      other processes (sidecar 87)
                             1 MiB    unexplained (0.0 %)
                        """.stripTrailing());
    }

    @Test
    void of_everyFormula_addsUp() {
        Readings readings = goProcess().read();
        for (MonitorFormula formula : MonitorFormula.values()) {
            double value = formula.value(last(readings)).orElseThrow();
            Accounting accounting = Accounting.of(readings, OptionalDouble.of(value));
            assertThat(accounting.fit().orElseThrow().error()).isZero();
            assertThat(accounting.lines()).as(formula.name()).hasSizeGreaterThan(3);
            assertAddsUp(accounting.lines());
            assertThat(accounting.unexplained()).as(formula.name()).isLessThan(0.02);
        }
    }

    @Test
    void of_twoFormulasNearEachOther_namesBoth() {
        Accounting accounting = Accounting.of(goProcess().read(), OptionalDouble.of(2510 * MIB));
        assertThat(accounting.formula()).hasValue(MonitorFormula.USAGE);
        assertThat(accounting.fit().orElseThrow().rivals()).isEmpty();
        assertThat(Accounting.of(goProcess().read(), OptionalDouble.of(430 * MIB))
                        .fit()
                        .orElseThrow()
                        .rivals())
                .containsExactly(MonitorFormula.ANON);
    }

    @Test
    void of_monitorThatNothingFits_showsTheUsualFormula() {
        Accounting accounting = Accounting.of(goProcess().read(), OptionalDouble.of(9000 * MIB));
        assertThat(accounting.formula()).hasValue(MonitorFormula.WORKING_SET);
        assertThat(accounting.fit().orElseThrow().isFit()).isFalse();
        assertThat(accounting.values()).hasSize(MonitorFormula.values().length);
    }

    @Test
    void of_forkedProcesses_countsWhatTheyShareOnce() {
        Recorded recorded = new Recorded()
                .with("cgroup/memory.current", 0, 0, "101000000\n")
                .with("cgroup/memory.stat", 0, 0, "anon 100000000\nfile 1000000\nkernel 0\ninactive_file 0\n")
                .with(CaptureName.PROC_STATUS, 0, 0, status(90_000))
                .with(CaptureName.PROC_OTHERS, 0, 0, "8\t1\tS\t9000\tbash\n9\t8\tS\t9000\tbash\n");
        Accounting accounting = Accounting.of(recorded.read());
        assertThat(accounting.lines())
                .extracting(AccountingLine::line)
                .contains("shared after forks, and charged once");
        assertThat(accounting.unexplained()).isZero();
        assertAddsUp(accounting.lines());
    }

    @Test
    void of_version1_addsTheKernelsMemory() {
        Recorded recorded = new Recorded()
                .with("cgroup/memory.usage_in_bytes", 0, 0, "2124734464\n")
                .with("cgroup/memory.kmem.usage_in_bytes", 0, 0, "176578560\n")
                .with("cgroup/memory.stat", 0, 0, STAT_1);
        Accounting accounting = Accounting.of(recorded.read());
        assertThat(accounting.formula()).hasValue(MonitorFormula.WORKING_SET);
        assertThat(accounting.lines().get(0).bytes()).isEqualTo(696348672);
        assertThat(accounting.lines()).extracting(AccountingLine::line).contains("kernel: slab, stacks, page tables");
        assertThat(accounting.unexplained()).isLessThan(0.002);
        assertAddsUp(accounting.lines());
        assertThat(fitted(recorded, 2_124_734_464.0)).isEqualTo(MonitorFormula.USAGE);
        assertThat(fitted(recorded, 292e6)).isEqualTo(MonitorFormula.USAGE_WITHOUT_CACHE);
        assertThat(fitted(recorded, 115e6)).isEqualTo(MonitorFormula.ANON);
    }

    @Test
    void of_rootOfVersion1_leavesTheKernelOut() {
        Recorded recorded = new Recorded()
                .with("cgroup/memory.usage_in_bytes", 0, 0, "1948155904\n")
                .with("cgroup/memory.kmem.usage_in_bytes", 0, 0, "176578560\n")
                .with("cgroup/memory.stat", 0, 0, STAT_1);
        Accounting accounting = Accounting.of(recorded.read());
        assertThat(accounting.lines())
                .extracting(AccountingLine::line)
                .doesNotContain("kernel: slab, stacks, page tables");
        assertThat(accounting.unexplained()).isLessThan(0.002);
    }

    @Test
    void of_rootOfVersion2_takesFilesAndAnonymousMemory() {
        Recorded recorded = new Recorded().with("cgroup/memory.stat", 0, 0, STAT_2);
        Accounting accounting = Accounting.of(recorded.read(), OptionalDouble.empty());
        assertThat(accounting.formula()).hasValue(MonitorFormula.WORKING_SET);
        assertThat(accounting.lines().get(0).bytes()).isEqualTo(445644800 + 2150629376.0 - 100663296);
        assertAddsUp(accounting.lines());
    }

    @Test
    void of_oldKernelWithoutTheSum_usesTheParts() {
        Recorded recorded = new Recorded()
                .with("cgroup/memory.current", 0, 0, "2634022912\n")
                .with("cgroup/memory.stat", 0, 0, STAT_2.replace("kernel 33554432\n", ""));
        assertThat(Accounting.of(recorded.read()).unexplained()).isLessThan(0.002);
    }

    @Test
    void of_logWriterWithACache_isUsageWithoutIt() {
        Recorded recorded = new Recorded()
                .with("cgroup/memory.usage_in_bytes", 0, 0, "17179373568\n")
                .with("cgroup/memory.limit_in_bytes", 0, 0, "17179869184\n")
                .with("cgroup/memory.stat", 0, 0, "total_cache 16395632640\ntotal_rss 39321600\n");
        Accounting accounting = Accounting.of(recorded.read(), OptionalDouble.of(747 * MIB));
        assertThat(accounting.formula()).hasValue(MonitorFormula.USAGE_WITHOUT_CACHE);
        assertThat(accounting.fit().orElseThrow().error()).isLessThan(0.001);
        assertThat(accounting.lines().get(0).bytes()).isEqualTo(783740928);
        assertThat(accounting.unexplained())
                .as("the kernel's part was not told")
                .isGreaterThan(0.9);
    }

    @Test
    void of_processWithoutGo_hasItsResidentMemory() {
        Recorded recorded = new Recorded().with(CaptureName.PROC_STATUS, 0, 0, """
                        Name:	java
                        Pid:	7
                        VmRSS:	  300000 kB
                        RssAnon:	  280000 kB
                        RssFile:	   20000 kB
                        RssShmem:	       0 kB
                        """);
        Accounting accounting = Accounting.of(recorded.read());
        assertThat(accounting.formula()).hasValue(MonitorFormula.PROCESS_RSS);
        assertThat(accounting.unexplained()).isZero();
        assertAddsUp(accounting.lines());
    }

    @Test
    void of_pageAlone_hasWhatTheRuntimeGot() {
        Recorded recorded = new Recorded().with(CaptureName.VARS, 0, 0, Recorded.vars(20_000_000, 3, 7));
        Accounting accounting = Accounting.of(recorded.read());
        assertThat(accounting.formula()).hasValue(MonitorFormula.RUNTIME_SYS);
        assertThat(accounting.lines().get(0).bytes()).isEqualTo(40_000_000);
        assertThat(accounting.unexplained()).isZero();
        assertAddsUp(accounting.lines());
    }

    @Test
    void of_nothing_isEmpty() {
        assertThat(Accounting.of(new Recorded().read()).lines()).isEmpty();
        assertThat(Accounting.of(new Recorded().read(), OptionalDouble.of(MIB)).fit())
                .isEmpty();
    }

    private static MonitorFormula fitted(Recorded recorded, double monitor) {
        return Accounting.of(recorded.read(), OptionalDouble.of(monitor))
                .formula()
                .orElseThrow();
    }

    private static Moment last(Readings readings) {
        List<Moment> moments = Moment.of(readings);
        return moments.get(moments.size() - 1);
    }

    /** A Go process of 421 MiB in a container of 2512 MiB; 14 MiB outside of its runtime came in the last round. */
    private static Recorded goProcess() {
        Recorded recorded = new Recorded();
        for (int round = 0; round < 4; round++) {
            long anonKiB = round < 3 ? 407 << 10 : 421 << 10;
            recorded.with("cgroup/memory.current", round, round * 10, "2634022912\n")
                    .with("cgroup/memory.stat", round, round * 10, STAT_2)
                    .with(CaptureName.PROC_STATUS, round, round * 10, status(anonKiB))
                    .with(CaptureName.PROC_SMAPS_ROLLUP, round, round * 10, "Rss: 450000 kB\nPss: 440000 kB\n")
                    .with(CaptureName.PROC_OTHERS, round, round * 10, "87\t1\tS\t4096\tsidecar\n")
                    .with(CaptureName.VARS, round, round * 10, memstats(round));
        }
        return recorded.with("proc/environ", 0, 0, "GOGC=100\n");
    }

    private static String status(long anonKiB) {
        return "Name:\tsvc\nPid:\t4711\nVmRSS:\t" + (anonKiB + 20480) + " kB\nRssAnon:\t" + anonKiB
                + " kB\nRssFile:\t20480 kB\nRssShmem:\t0 kB\nVmSwap:\t0 kB\n";
    }

    private static String memstats(int round) {
        long mib = 1 << 20;
        return """
                {"memstats": {"Sys":%d,"HeapAlloc":%d,"HeapSys":%d,"HeapIdle":%d,"HeapInuse":%d,"HeapReleased":%d,\
                "StackInuse":%d,"StackSys":%d,"MSpanSys":%d,"MCacheSys":0,"BuckHashSys":%d,"GCSys":%d,"OtherSys":%d,\
                "NextGC":%d,"NumGC":%d}}
                """.formatted(
                        445 * mib,
                        189 * mib,
                        250 * mib,
                        52 * mib,
                        198 * mib,
                        30 * mib,
                        (160 + round) * mib,
                        (160 + round) * mib,
                        6 * mib,
                        2 * mib,
                        21 * mib,
                        (6 - round) * mib,
                        (362 + round) * mib,
                        9 + round);
    }

    /** Requires that the lines below each line add up to it. */
    private static void assertAddsUp(List<AccountingLine> lines) {
        Deque<AccountingLine> parents = new ArrayDeque<>();
        double[] sums = new double[8];
        boolean[] hasParts = new boolean[8];
        for (AccountingLine line : lines) {
            while (!parents.isEmpty() && parents.peek().depth() >= line.depth()) {
                close(parents.pop(), sums, hasParts);
            }
            sums[line.depth()] += line.bytes();
            hasParts[line.depth()] = true;
            parents.push(line);
        }
        while (!parents.isEmpty()) {
            close(parents.pop(), sums, hasParts);
        }
    }

    private static void close(AccountingLine line, double[] sums, boolean[] hasParts) {
        int below = line.depth() + 1;
        if (hasParts[below]) {
            assertThat(sums[below]).as(line.line()).isCloseTo(line.bytes(), within(1.0));
        }
        sums[below] = 0;
        hasParts[below] = false;
    }
}
