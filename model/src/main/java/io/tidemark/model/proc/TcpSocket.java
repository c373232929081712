package io.tidemark.model.proc;

import io.tidemark.model.text.MalformedTextException;
import io.tidemark.model.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.StringTokenizer;

/**
 * A TCP socket of a network namespace, from {@code /proc/PID/net/tcp} or {@code tcp6}.
 *
 * <pre>
 *   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
 *    0: 0100007F:17AC 0100007F:D164 01 00000000:00000000 00:00000000 00000000     0        0 18212 1 ...
 * </pre>
 *
 * @param inode what the descriptor of the socket has, or 0 when no process has it open any more
 */
public record TcpSocket(Address local, Address remote, State state, long inode) {
    /** An address and a port, such as {@code 127.0.0.1:6060} or {@code [fe80:0:0:0:0:0:0:1]:80}. */
    public record Address(String host, int port) {
        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /** Where a connection is in its life; the order is that of the kernel's numbers, from 1. */
    public enum State {
        ESTABLISHED,
        SYN_SENT,
        SYN_RECEIVED,
        FIN_WAIT_1,
        FIN_WAIT_2,
        TIME_WAIT,
        CLOSE,
        CLOSE_WAIT,
        LAST_ACK,
        LISTEN,
        CLOSING,
        NEW_SYN_RECEIVED,
        /** One that this program does not know. */
        OTHER
    }

    private static final State[] STATES = State.values();
    private static final int INODE = 9; // the number of the column

    /** The sockets of a text of either version. */
    public static List<TcpSocket> parse(String text) throws MalformedTextException {
        List<TcpSocket> sockets = new ArrayList<>();
        int start = 0;
        long number = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            number++;
            String line = text.substring(start, end);
            if (number == 1 && !line.contains("local_address")) {
                throw MalformedTextException.at("proc/net/tcp", 1, line, "the names of the columns");
            }
            if (number > 1) {
                sockets.add(socket(line, number));
            }
            start = end + 1;
        }
        return sockets;
    }

    private static TcpSocket socket(String line, long number) throws MalformedTextException {
        StringTokenizer columns = new StringTokenizer(line, " ");
        String[] values = new String[INODE + 1];
        for (int i = 0; i < values.length; i++) {
            if (!columns.hasMoreTokens()) {
                throw MalformedTextException.at("proc/net/tcp", number, line, "10 columns");
            }
            values[i] = columns.nextToken();
        }
        OptionalLong state = Numbers.hex(values[3]);
        OptionalLong inode = Numbers.decimal(values[INODE]);
        if (state.isEmpty() || inode.isEmpty()) {
            throw MalformedTextException.at("proc/net/tcp", number, line, "a state and an inode");
        }
        boolean isKnown = state.getAsLong() > 0 && state.getAsLong() < STATES.length;
        return new TcpSocket(
                address(values[1], number),
                address(values[2], number),
                isKnown ? STATES[(int) state.getAsLong() - 1] : State.OTHER,
                inode.getAsLong());
    }

    /** An address of 8 or 32 hexadecimal digits and a port of 4; the bytes of each 4 are in the order of the machine. */
    private static Address address(String text, long number) throws MalformedTextException {
        int colon = text.indexOf(':');
        OptionalLong port = Numbers.hex(text.substring(colon + 1));
        if ((colon != 8 && colon != 32) || port.isEmpty() || port.getAsLong() > 0xFFFF) {
            throw MalformedTextException.at("proc/net/tcp", number, text, "ADDRESS:PORT in hexadecimal digits");
        }
        int[] bytes = new int[colon / 2];
        for (int word = 0; word < colon; word += 8) {
            OptionalLong value = Numbers.hex(text.substring(word, word + 8));
            if (value.isEmpty()) {
                throw MalformedTextException.at("proc/net/tcp", number, text, "hexadecimal digits");
            }
            for (int i = 0; i < 4; i++) {
                bytes[word / 2 + i] = (int) (value.getAsLong() >> (8 * i)) & 0xFF;
            }
        }
        return new Address(host(bytes), (int) port.getAsLong());
    }

    private static String host(int[] bytes) {
        boolean isMapped = bytes.length == 16 && bytes[10] == 0xFF && bytes[11] == 0xFF;
        for (int i = 0; isMapped && i < 10; i++) {
            isMapped = bytes[i] == 0;
        }
        int start = isMapped ? 12 : 0;
        StringBuilder host = new StringBuilder();
        if (isMapped || bytes.length == 4) {
            for (int i = start; i < bytes.length; i++) {
                host.append(i > start ? "." : "").append(bytes[i]);
            }
            return host.toString();
        }
        for (int i = 0; i < bytes.length; i += 2) {
            host.append(i > 0 ? ":" : "").append(Integer.toHexString(bytes[i] << 8 | bytes[i + 1]));
        }
        return host.toString();
    }
}
