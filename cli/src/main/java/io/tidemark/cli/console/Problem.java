package io.tidemark.cli.console;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what went wrong in a sentence. */
public final class Problem {
    private Problem() {}

    /** The sentence for a problem with a file or a stream; Java's own often is a path alone. */
    public static String sentence(IOException problem) {
        if (problem instanceof NoSuchFileException missing && missing.getReason() == null) {
            return missing.getFile() + ": no such file or directory";
        }
        if (problem instanceof AccessDeniedException denied && denied.getReason() == null) {
            return denied.getFile() + ": permission denied";
        }
        if (problem instanceof NotDirectoryException file) {
            return file.getFile() + ": not a directory";
        }
        if (problem instanceof FileSystemException other && other.getReason() != null) {
            return other.getFile() + ": " + other.getReason();
        }
        String message = problem.getMessage();
        if (message == null || message.isEmpty()) {
            return problem.getClass().getSimpleName();
        }
        boolean isKnown = problem.getClass() == IOException.class
                || problem instanceof FileNotFoundException
                || problem.getClass().getName().startsWith("io.tidemark.");
        return isKnown ? message : problem.getClass().getSimpleName() + ": " + message;
    }

    /** The sentence for a problem with a certain file, which it names. */
    public static String sentence(IOException problem, Path file) {
        String sentence = sentence(problem);
        return sentence.contains(file.toString()) ? sentence : file + ": " + sentence;
    }

    /** The sentence for a problem of this process with memory, and what can be done. */
    public static String sentence(VirtualMachineError error) {
        return error instanceof StackOverflowError
                ? "the input is nested too deeply for the stack of this process; TIDEMARK_JAVA_OPTS=-Xss8m gives it more"
                : "there is not enough memory (" + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB); take a smaller input, or give it more with TIDEMARK_JAVA_OPTS=-Xmx8g";
    }

    /** The sentence for a mistake of ours, with the place of it instead of a trace. */
    public static String sentence(RuntimeException mistake) {
        StackTraceElement[] trace = mistake.getStackTrace();
        return "a mistake in Tidemark, please report it: " + mistake + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
