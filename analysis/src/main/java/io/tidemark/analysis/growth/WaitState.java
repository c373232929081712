package io.tidemark.analysis.growth;

import io.tidemark.model.code.Frame;
import java.util.List;

/** What a goroutine waits for, by the functions at the leaf of its stack; in the words of Go's own dumps. */
final class WaitState {
    private static final List<String> POLL = List.of("internal/poll.runtime_pollWait", "runtime.netpollblock");

    private WaitState() {}

    /** Whether a function is of the runtime, or stands for it in another package. */
    static boolean isRuntime(String function) {
        return function.startsWith("runtime.")
                || function.startsWith("sync.runtime_")
                || function.startsWith("internal/poll.runtime_")
                || function.startsWith("internal/sync.runtime_")
                || function.startsWith("internal/runtime/");
    }

    static String of(List<Frame> stack) {
        for (Frame frame : stack) {
            String function = frame.function();
            if (POLL.contains(function)) {
                return "IO wait";
            }
            if (!isRuntime(function)) {
                return function.startsWith("syscall.") ? "syscall" : plain(function);
            }
            String state = runtime(function.substring(function.lastIndexOf('.') + 1));
            if (!state.isEmpty()) {
                return state;
            }
        }
        return "running";
    }

    private static String plain(String function) {
        return switch (function) {
            case "time.Sleep" -> "sleep";
            default -> "running";
        };
    }

    private static String runtime(String name) {
        return switch (name) {
            case "chanrecv", "chanrecv1", "chanrecv2" -> "chan receive";
            case "chansend", "chansend1" -> "chan send";
            case "selectgo" -> "select";
            case "block" -> "select (no cases)";
            case "timeSleep" -> "sleep";
            case "runtime_notifyListWait", "notifyListWait" -> "sync.Cond.Wait";
            case "runtime_SemacquireMutex" -> "sync.Mutex.Lock";
            case "runtime_SemacquireRWMutex" -> "sync.RWMutex.Lock";
            case "runtime_SemacquireRWMutexR" -> "sync.RWMutex.RLock";
            case "runtime_SemacquireWaitGroup" -> "sync.WaitGroup.Wait";
            case "runtime_Semacquire" -> "semacquire";
            default -> "";
        };
    }
}
