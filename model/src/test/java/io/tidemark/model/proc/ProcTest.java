package io.tidemark.model.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.model.text.MalformedTextException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcTest {
    @Test
    void status_ofNewKernel_hasItsParts() throws MalformedTextException {
        ProcessStatus status = ProcessStatus.parse("""
                Name:	my svc
                State:	S (sleeping)
                Pid:	4711
                PPid:	1
                VmRSS:	   80760 kB
                RssAnon:	   73570 kB
                RssFile:	    7190 kB
                RssShmem:	       0 kB
                VmPTE:	     212 kB
                VmSwap:	      16 kB
                Threads:	11
                SigQ:	1/96365
                Cpus_allowed_list:	0-3,8
                """);
        assertThat(status.processors()).isEqualTo(5);
        assertThat(status.name()).isEqualTo("my svc");
        assertThat(status.pid()).isEqualTo(4711);
        assertThat(status.resident().total()).hasValue(80760 * 1024);
        assertThat(status.resident().anon()).hasValue(73570 * 1024);
        assertThat(status.swap()).hasValue(16 * 1024);
        assertThat(status.threads()).hasValue(11);
    }

    @Test
    void status_ofZombieOrOldKernel_lacksMemory() throws MalformedTextException {
        ProcessStatus zombie = ProcessStatus.parse("Name:\tsh\nState:\tZ (zombie)\nPid:\t7\n");
        assertThat(zombie.resident()).isEqualTo(ProcessStatus.Resident.NONE);
        assertThat(ProcessStatus.parse("Name:\tsh\nVmRSS:\t 4 kB\n").resident().anon())
                .isEmpty();
    }

    @Test
    void status_cutOff_leavesOutTheLastLine() throws MalformedTextException {
        assertThat(ProcessStatus.parse("Name:\tsh\nVmRSS:\t 40 k").resident().total())
                .isEmpty();
    }

    @Test
    void status_badNumber_isNamedWithItsLine() {
        assertThatThrownBy(() -> ProcessStatus.parse("Name:\tsh\nVmRSS:\tmuch kB\n"))
                .isInstanceOf(MalformedTextException.class)
                .hasMessage("proc/status, line 2: \"much kB\" (expected a number)");
        assertThatThrownBy(() -> ProcessStatus.parse("Name:\tsh\nVmRSS:\t9223372036854775807 kB\n"))
                .isInstanceOf(MalformedTextException.class);
        assertThatThrownBy(() -> ProcessStatus.parse("<html>\n")).isInstanceOf(MalformedTextException.class);
    }

    @Test
    void stat_oddName_isReadFromTheLastBracket() throws MalformedTextException {
        ProcessStat stat =
                ProcessStat.parse("4711 (my (odd) S 1) S 1 4711 4711 0 -1 4194560 2153 0 12 0 815 93 0 0 20 0"
                        + " 11 0 8829123 1265958912 5242 18446744073709551615 1 1\n");
        assertThat(stat.command()).isEqualTo("my (odd) S 1");
        assertThat(stat.state()).isEqualTo('S');
        assertThat(stat.cpuSeconds()).isEqualTo(9.08);
        assertThat(stat.threads()).isEqualTo(11);
        assertThat(stat.startSeconds()).isEqualTo(88291.23);
    }

    @Test
    void rollup_readsBytes() throws MalformedTextException {
        SmapsRollup rollup = SmapsRollup.parse("""
                55c572065000-7ffff3c74000 ---p 00000000 00:00 0                          [rollup]
                Rss:                1764 kB
                Pss:                 266 kB
                Anonymous:           116 kB
                LazyFree:              8 kB
                AnonHugePages:      2048 kB
                """);
        assertThat(rollup.pss()).hasValue(266 * 1024);
        assertThat(rollup.lazyFree()).hasValue(8 * 1024);
        assertThat(rollup.hugePages()).hasValue(2048 * 1024);
        assertThat(rollup.swap()).isEmpty();
    }

    @Test
    void descriptors_areToldByTheirTargets() throws MalformedTextException {
        List<Descriptor> all = Descriptor.parse("""
                0	/dev/null
                3	socket:[11]
                6	/opt/logs/a.log (deleted)
                7	anon_inode:inotify
                8	pipe:[99]
                9	anon_inode:[eventpoll]
                """);
        assertThat(all)
                .extracting(Descriptor::kind)
                .containsExactly(
                        Descriptor.Kind.OTHER,
                        Descriptor.Kind.SOCKET,
                        Descriptor.Kind.FILE,
                        Descriptor.Kind.INOTIFY,
                        Descriptor.Kind.PIPE,
                        Descriptor.Kind.OTHER);
        assertThat(all.get(1).inode()).hasValue(11);
        assertThat(all.get(2).isDeleted()).isTrue();
        assertThat(all.get(2).path()).isEqualTo("/opt/logs/a.log");
    }

    @Test
    void sockets_ofBothVersions_haveReadableAddresses() throws MalformedTextException {
        String columns =
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
        String rest = " 00000000:00000000 00:00000000 00000000     0        0 18212 1 0\n";
        TcpSocket four = TcpSocket.parse(columns + "   0: 0100007F:17AC 0302010A:D164 01" + rest)
                .get(0);
        assertThat(four.local()).hasToString("127.0.0.1:6060");
        assertThat(four.remote()).hasToString("10.1.2.3:53604");
        assertThat(four.state()).isEqualTo(TcpSocket.State.ESTABLISHED);
        assertThat(four.inode()).isEqualTo(18212);
        TcpSocket six = TcpSocket.parse(columns + "   0: 000080FE000000000000000001000000:17AC"
                        + " 0000000000000000FFFF00000302010A:D164 08" + rest)
                .get(0);
        assertThat(six.local()).hasToString("[fe80:0:0:0:0:0:0:1]:6060");
        assertThat(six.remote()).hasToString("10.1.2.3:53604");
        assertThat(six.state()).isEqualTo(TcpSocket.State.CLOSE_WAIT);
    }

    @Test
    void others_areInBytes() throws MalformedTextException {
        List<OtherProcess> others = OtherProcess.parse("4712\t4711\tZ\t0\tsh\n4713\t1\tS\t4096\tside car\n");
        assertThat(others)
                .containsExactly(
                        new OtherProcess(4712, 4711, 'Z', 0, "sh"),
                        new OtherProcess(4713, 1, 'S', 4096 * 1024, "side car"));
    }
}
