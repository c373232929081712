package io.tidemark.analysis.signature;

import java.util.List;
import java.util.Map;

/**
 * What a goroutine waits for, in the words of Go's newest dumps.
 *
 * <p>Profiles do not say it, and old versions say {@code semacquire} for all locks; in both cases the frames of the runtime
 * tell.
 */
final class WaitState {
    private static final String SEMAPHORE = "semacquire";

    /** By the function on which it rests; the first that is found, from the outside in. */
    private static final Map<String, String> BY_FRAME = Map.ofEntries(
            Map.entry("runtime.chanrecv1", "chan receive"),
            Map.entry("runtime.chanrecv2", "chan receive"),
            Map.entry("runtime.chansend1", "chan send"),
            Map.entry("runtime.selectgo", "select"),
            Map.entry("runtime.block", "select (no cases)"),
            Map.entry("runtime.netpollblock", "IO wait"),
            Map.entry("internal/poll.runtime_pollWait", "IO wait"),
            Map.entry("runtime.timeSleep", "sleep"),
            Map.entry("time.Sleep", "sleep"),
            Map.entry("sync.runtime_notifyListWait", "sync.Cond.Wait"),
            Map.entry("sync.runtime_SemacquireWaitGroup", "sync.WaitGroup.Wait"),
            Map.entry("sync.runtime_SemacquireRWMutexR", "sync.RWMutex.RLock"),
            Map.entry("sync.runtime_SemacquireRWMutex", "sync.RWMutex.Lock"),
            Map.entry("runtime.runfinq", "finalizer wait"),
            Map.entry("runtime.runFinalizers", "finalizer wait"),
            Map.entry("syscall.Syscall", "syscall"),
            Map.entry("syscall.Syscall6", "syscall"),
            Map.entry("runtime.cgocall", "syscall"));

    /** By the function that waits for a semaphore. */
    private static final Map<String, String> BY_LOCK = Map.of(
            "sync.(*RWMutex).RLock", "sync.RWMutex.RLock",
            "sync.(*RWMutex).Lock", "sync.RWMutex.Lock",
            "sync.(*WaitGroup).Wait", "sync.WaitGroup.Wait",
            "sync.(*Mutex).Lock", "sync.Mutex.Lock",
            "sync.(*Mutex).lockSlow", "sync.Mutex.Lock",
            "internal/sync.(*Mutex).Lock", "sync.Mutex.Lock",
            "internal/sync.(*Mutex).lockSlow", "sync.Mutex.Lock");

    private static final int DEEPEST = 8; // the runtime's frames are few

    private WaitState() {}

    /** The state that a dump says, put right; or what the frames say. */
    static String of(String said, List<String> names) {
        String state = said;
        for (String mark : List.of(" (leaked)", " (durable)", " (scan)")) {
            state = state.replace(mark, "");
        }
        if (state.isEmpty()) {
            String lock = first(BY_LOCK, names);
            return lock.isEmpty() ? first(BY_FRAME, names) : lock;
        }
        if (state.equals(SEMAPHORE)) {
            String lock = first(BY_LOCK, names);
            return lock.isEmpty() ? state : lock;
        }
        return state;
    }

    private static String first(Map<String, String> states, List<String> names) {
        for (int i = 0; i < names.size() && i < DEEPEST; i++) {
            String state = states.get(names.get(i));
            if (state != null) {
                return state;
            }
        }
        return "";
    }
}
