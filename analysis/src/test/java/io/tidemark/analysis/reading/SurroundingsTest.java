package io.tidemark.analysis.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analysis.signal.Signal;
import io.tidemark.model.observation.CaptureName;
import io.tidemark.model.observation.Observation;
import io.tidemark.model.observation.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final String STATUS = "Name:\tdemo\nPid:\t4711\nVmRSS:\t 40000 kB\nRssAnon:\t 34000 kB\n";
    private static final String FAMILY = "4712\t4711\tS\t10\tchild\n4713\t4712\tS\t20\tgrandchild\n";
    private static final String STRANGERS = "1\t0\tS\t1000\tinit\n800\t1\tS\t5000\tbuild\n";
    private static final String OBSERVER = "900\t1\tS\t70000\ttidemark\n";

    @Test
    void root_isNoContainer_andOnlyChildrenCount() {
        Readings readings = read("/", "", STRANGERS + FAMILY);
        assertThat(readings.isContained()).isFalse();
        assertThat(others(readings)).isEqualTo(30 * 1024);
        assertThat(readings.signals().has(Signal.USAGE)).isFalse();
        assertThat(readings.cgroups()).as("for those who ask for it").hasSize(1);
    }

    @Test
    void session_isNoContainer() {
        String path = "/user.slice/user-1000.slice/session-2.scope";
        assertThat(read(path, "", STRANGERS).isContained()).isFalse();
    }

    @Test
    void groupWithTheObserver_isNoContainer() {
        Readings readings = read("/shell/7", "", STRANGERS + OBSERVER);
        assertThat(readings.isContained()).isFalse();
        assertThat(others(readings)).isZero();
    }

    @Test
    void groupWithALimit_isAContainer_withoutTheObserver() {
        Readings readings = read("/", "536870912\n", STRANGERS + OBSERVER);
        assertThat(readings.isContained()).isTrue();
        assertThat(others(readings)).isEqualTo(6000 * 1024);
        assertThat(readings.signals().has(Signal.USAGE)).isTrue();
    }

    @Test
    void serviceWithoutALimit_isOneOfItsOwn() {
        Readings readings = read("/system.slice/app.service", "max\n", STRANGERS);
        assertThat(readings.isContained()).isTrue();
        assertThat(others(readings)).isEqualTo(6000 * 1024);
    }

    private static double others(Readings readings) {
        return readings.signals().last(Signal.OTHER_PROCESSES).orElseThrow();
    }

    private static Readings read(String cgroup, String limit, String others) {
        Observation recorded = new Recorded()
                .with(CaptureName.PROC_STATUS, 0, 0, STATUS)
                .with(CaptureName.PROC_OTHERS, 0, 0, others)
                .with(CaptureName.CGROUP + "memory.current", 0, 0, "90000000\n")
                .with(CaptureName.CGROUP + "memory.stat", 0, 0, "anon 80000000\nfile 10000000\ninactive_file 1000\n")
                .with(CaptureName.CGROUP + "memory.max", 0, 0, limit.isEmpty() ? "max\n" : limit)
                .observation();
        Target target = new Target("", 4711, cgroup, "", "");
        return Readings.of(
                new Observation(target, recorded.start(), recorded.length(), recorded.captures(), List.of()));
    }
}
