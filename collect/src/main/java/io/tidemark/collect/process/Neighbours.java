package io.tidemark.collect.process;

import io.tidemark.model.observation.CaptureName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The processes around one, whose memory is counted with its own. */
public final class Neighbours {
    private static final int MOST = 1 << 12;

    private final SystemFiles system;

    public Neighbours(SystemFiles system) {
        this.system = system;
    }

    /**
     * A line for each, as {@link CaptureName#PROC_OTHERS} has it. The process that runs this is called {@link
     * CaptureName#OBSERVER}, so that nobody takes it for a part of the target.
     *
     * @param pid the process that they are around, which is left out; 0 when there is none
     * @param group the processes of the control group, which has no zombies; where none can be seen, children count
     */
    public byte[] of(long pid, List<Long> group) {
        StringBuilder text = new StringBuilder();
        Set<Long> members = new HashSet<>(group);
        String self = self();
        int count = 0;
        for (long other : new Sockets(system).processes()) {
            if (other == pid) {
                continue;
            }
            String stat = text(other, "stat"); // 4711 (a name) S 1 ...
            int end = stat.lastIndexOf(')');
            int start = stat.indexOf('(');
            String[] rest = stat.substring(end + 1).strip().split(" ", 3);
            if (start < 0 || end < start || rest.length < 3) {
                continue; // it has ended
            }
            boolean isChild =
                    pid != 0 && rest[1].equals(Long.toString(pid)) && (members.isEmpty() || rest[0].equals("Z"));
            if ((members.contains(other) || isChild) && count++ < MOST) {
                String name = stat.substring(start + 1, end).replaceAll("[\\t\\n]", " ");
                text.append(other).append('\t').append(rest[1]).append('\t').append(rest[0]);
                text.append('\t').append(anonymous(other)).append('\t');
                text.append(self.equals(Long.toString(other)) ? CaptureName.OBSERVER : name);
                text.append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The number of this process, as the tree of processes has it; empty when it is another machine's tree. */
    private String self() {
        try {
            return Files.readSymbolicLink(system.proc().resolve("self")).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /** RssAnon in kB; 0 for a zombie. */
    private long anonymous(long other) {
        for (String line : text(other, "status").split("\n", -1)) {
            if (line.startsWith("RssAnon:")) {
                String digits = line.replaceAll("[^0-9]", "");
                return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits);
            }
        }
        return 0;
    }

    private String text(long other, String file) {
        try {
            return new String(SystemFiles.read(system.process(other).resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
