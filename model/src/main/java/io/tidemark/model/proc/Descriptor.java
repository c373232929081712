package io.tidemark.model.proc;

import io.tidemark.model.text.MalformedTextException;
import io.tidemark.model.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An open descriptor of a process, and what it leads to.
 *
 * <pre>
 * 7	socket:[18212]
 * 8	/opt/logs/pusher.log (deleted)
 * 9	anon_inode:[eventpoll]
 * </pre>
 *
 * @param target what the link in {@code /proc/PID/fd} says
 */
public record Descriptor(int number, String target) {
    /** What a descriptor is for. */
    public enum Kind {
        SOCKET,
        FILE,
        PIPE,
        INOTIFY,
        OTHER
    }

    private static final String SOCKET = "socket:[";
    private static final String DELETED = " (deleted)";

    /** The descriptors of a listing: a line for each, a tab between number and target. */
    public static List<Descriptor> parse(String text) throws MalformedTextException {
        List<Descriptor> all = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                break; // cut off
            }
            String line = text.substring(start, end);
            int tab = line.indexOf('\t');
            OptionalLong number = Numbers.decimal(tab < 0 ? "" : line.substring(0, tab));
            if (number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= Integer.MAX_VALUE) {
                all.add(new Descriptor((int) number.getAsLong(), line.substring(tab + 1)));
            } else if (tab >= 0 || all.isEmpty()) { // the name of a file may go on in the next line
                throw MalformedTextException.at("proc/fd", all.size() + 1L, line, "a number, a tab, a target");
            }
            start = end + 1;
        }
        return all;
    }

    public Kind kind() {
        if (target.startsWith("/")) {
            return target.startsWith("/dev/") ? Kind.OTHER : Kind.FILE;
        }
        if (target.startsWith(SOCKET)) {
            return Kind.SOCKET;
        }
        if (target.startsWith("pipe:[")) {
            return Kind.PIPE;
        }
        return target.equals("anon_inode:inotify") || target.equals("anon_inode:[fanotify]")
                ? Kind.INOTIFY
                : Kind.OTHER;
    }

    /** Whether the file has been deleted, and takes room until the descriptor is closed. */
    public boolean isDeleted() {
        return target.startsWith("/") && target.endsWith(DELETED);
    }

    /** The path of a file, without the mark of a deleted one. */
    public String path() {
        return isDeleted() ? target.substring(0, target.length() - DELETED.length()) : target;
    }

    /** The inode of a socket. */
    public OptionalLong inode() {
        return target.startsWith(SOCKET) && target.endsWith("]")
                ? Numbers.decimal(target.substring(SOCKET.length(), target.length() - 1))
                : OptionalLong.empty();
    }
}
