package io.tidemark.collect.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of one process. What fails is an {@link IOException} whose message is a sentence. */
public final class ProcessFiles {
    private static final double TICKS = 100; // a second, on every machine that runs Go
    private static final int MAX_DESCRIPTORS = 1 << 17;
    private static final List<String> RUNTIME_VARIABLES =
            List.of("GOGC=", "GOMEMLIMIT=", "GOMAXPROCS=", "GODEBUG=", "GOTRACEBACK=");

    private final SystemFiles system;
    private final long pid;
    private final Path directory;

    public ProcessFiles(SystemFiles system, long pid) {
        this.system = system;
        this.pid = pid;
        this.directory = system.process(pid);
    }

    public long pid() {
        return pid;
    }

    public boolean exists() {
        return Files.isDirectory(directory);
    }

    /** A file below {@code /proc/PID}, such as {@code net/tcp}. */
    public byte[] read(String file) throws IOException {
        return SystemFiles.read(directory.resolve(file));
    }

    /** The arguments, with a zero byte behind each; empty when they can't be read. */
    public String arguments() {
        try {
            return new String(read("cmdline"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** For how many seconds it has been there. */
    public double uptime() throws IOException {
        String stat = new String(read("stat"), StandardCharsets.UTF_8);
        String[] rest = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        String machine = new String(SystemFiles.read(system.proc().resolve("uptime")), StandardCharsets.UTF_8);
        try {
            return Double.parseDouble(machine.split(" ", 2)[0]) - Double.parseDouble(rest[19]) / TICKS;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(directory.resolve("stat") + ": no time of start in it", e);
        }
    }

    /** The variables of the environment that set the runtime of Go; the others are nobody's business. */
    public byte[] runtimeVariables() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String variable : new String(read("environ"), StandardCharsets.UTF_8).split("\0", -1)) {
            if (RUNTIME_VARIABLES.stream().anyMatch(variable::startsWith)) {
                text.append(variable.replace('\n', ' ')).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line for each open descriptor: number, a tab, what the link says. */
    public byte[] descriptors() throws IOException {
        StringBuilder text = new StringBuilder();
        Path links = directory.resolve("fd");
        int count = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(links)) {
            for (Path entry : entries) {
                if (++count > MAX_DESCRIPTORS) {
                    throw new IOException(links + ": more than " + MAX_DESCRIPTORS + " descriptors");
                }
                append(text, entry);
            }
        } catch (DirectoryIteratorException e) {
            throw new IOException(links + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw SystemFiles.sentence(links, e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            text.append(descriptor.getFileName()).append('\t');
            text.append(target.replace('\n', ' ')).append('\n');
        } catch (IOException e) {
            return; // closed meanwhile
        }
    }

    /** A listing of sockets, such as {@code net/tcp}, without those of other processes. */
    public byte[] sockets(String file) throws IOException {
        Set<String> own = Sockets.inodes(directory);
        StringBuilder text = new StringBuilder();
        for (String line : SystemFiles.lines(directory.resolve(file))) {
            if (text.length() == 0 || own.contains(Sockets.inode(line))) {
                text.append(line).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The numbers in a file of lines, such as {@code cgroup.procs}. */
    static List<Long> numbers(Path file) {
        List<Long> numbers = new ArrayList<>();
        try {
            for (String line : SystemFiles.lines(file)) {
                if (line.matches("[0-9]{1,10}")) {
                    numbers.add(Long.parseLong(line));
                }
            }
        } catch (IOException e) {
            return numbers;
        }
        return numbers;
    }
}
