package io.tidemark.analysis.accounting;

import io.tidemark.analysis.memstats.MemStat;
import io.tidemark.model.cgroup.CgroupMemory;
import io.tidemark.model.cgroup.PageMemory;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a monitor may mean by memory. Two programs rarely mean the same, and the difference can be gigabytes.
 *
 * <p>The order is that of preference where two give the same number.
 */
public enum MonitorFormula {
    /** {@code container_memory_working_set_bytes}, {@code kubectl top}, docker stats from 20.10 on. */
    WORKING_SET("usage - inactive file", "container memory as Kubernetes shows it") {
        @Override
        OptionalDouble value(Moment moment) {
            OptionalDouble usage = moment.usage();
            OptionalDouble inactive = of(pages(moment).inactiveFile());
            return usage.isEmpty() || inactive.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.max(0, usage.getAsDouble() - inactive.getAsDouble()));
        }
    },
    /** {@code container_memory_usage_bytes}: what the limit is compared with. */
    USAGE("usage", "all container memory") {
        @Override
        OptionalDouble value(Moment moment) {
            return moment.usage();
        }
    },
    /** Older versions of docker stats, and many home-made graphs. */
    USAGE_WITHOUT_CACHE("usage - cache", "container memory without page cache") {
        @Override
        OptionalDouble value(Moment moment) {
            OptionalDouble usage = moment.usage();
            OptionalDouble file = of(pages(moment).file());
            return usage.isEmpty() || file.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(usage.getAsDouble() - file.getAsDouble());
        }
    },
    /** {@code container_memory_rss}: {@code anon} in version 2 of control groups, {@code rss} in version 1. */
    ANON("anonymous memory", "anonymous container memory") {
        @Override
        OptionalDouble value(Moment moment) {
            return of(pages(moment).anon());
        }
    },
    /** Anonymous memory and the files that processes have mapped, which is near the sum of what {@code top} shows. */
    ANON_AND_MAPPED("anonymous memory + mapped files", "anonymous container memory and mapped files") {
        @Override
        OptionalDouble value(Moment moment) {
            OptionalDouble anon = of(pages(moment).anon());
            OptionalDouble mapped = of(pages(moment).mappedFile());
            return anon.isEmpty() || mapped.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(anon.getAsDouble() + mapped.getAsDouble());
        }
    },
    /** {@code process_resident_memory_bytes}, {@code top}, {@code ps}. */
    PROCESS_RSS("VmRSS", "resident memory of the process") {
        @Override
        OptionalDouble value(Moment moment) {
            return moment.rss();
        }
    },
    /** The resident memory of all processes, of which the others' anonymous part is known. */
    SUM_OF_RSS("sum of RSS", "resident memory of all processes") {
        @Override
        OptionalDouble value(Moment moment) {
            return moment.othersAnon() == 0 || moment.rss().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(moment.rss().getAsDouble() + moment.othersAnon());
        }
    },
    /** Resident memory where what is shared is divided; with other processes, their anonymous part is added. */
    SUM_OF_PSS("sum of PSS", "proportional resident memory of all processes") {
        @Override
        OptionalDouble value(Moment moment) {
            OptionalLong pss = moment.rollup().isEmpty()
                    ? OptionalLong.empty()
                    : moment.rollup().get().pss();
            return pss.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(pss.getAsLong() + moment.othersAnon());
        }
    },
    /** {@code go_memstats_sys_bytes}: all that the runtime got and may have given back. */
    RUNTIME_SYS("Sys", "address space of Go's runtime") {
        @Override
        OptionalDouble value(Moment moment) {
            return of(moment.memStats().value(MemStat.SYS));
        }
    };

    private static final PageMemory NO_PAGES = new PageMemory(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty());

    private final String formula;
    private final String meaning;

    MonitorFormula(String formula, String meaning) {
        this.formula = formula;
        this.meaning = meaning;
    }

    /** Such as {@code usage - inactive file}. */
    public String formula() {
        return formula;
    }

    /** What it shows, in words. */
    public String meaning() {
        return meaning;
    }

    /** Whether it is about a control group, and not about the process alone. */
    boolean isOfGroup() {
        return compareTo(PROCESS_RSS) < 0;
    }

    /** Its value at a moment, when all numbers for it are known. */
    abstract OptionalDouble value(Moment moment);

    private static PageMemory pages(Moment moment) {
        return moment.cgroup().map(CgroupMemory::pages).orElse(NO_PAGES);
    }

    private static OptionalDouble of(OptionalLong value) {
        return value.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) value.getAsLong());
    }
}
