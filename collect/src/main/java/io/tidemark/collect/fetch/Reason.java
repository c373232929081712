package io.tidemark.collect.fetch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a source failed, in words that need no name of the source. */
final class Reason {
    private Reason() {}

    static String of(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "no such file";
        }
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = problem.getMessage();
        return message == null || message.isEmpty() ? problem.getClass().getSimpleName() : message;
    }

    static String of(OutOfMemoryError problem) {
        return "not enough memory for it (" + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB; give it more with TIDEMARK_JAVA_OPTS=-Xmx8g)";
    }
}
