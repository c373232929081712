package io.tidemark.analysis.diagnosis;

import io.tidemark.analysis.answer.Quantity;
import io.tidemark.analysis.finding.Culprit;
import io.tidemark.analysis.growth.Count;
import io.tidemark.analysis.growth.GoroutineGroup;
import io.tidemark.analysis.growth.Join;
import io.tidemark.analysis.signal.Series;
import java.util.ArrayList;
import java.util.List;

/** What is said of goroutines that do not end; of those that no signature knows by what they wait for. */
final class GoroutineWords {
    private GoroutineWords() {}

    static boolean isRising(Series counts) {
        for (int i = 1; i < counts.size(); i++) {
            if (counts.value(i) < counts.value(i - 1)) {
                return false;
            }
        }
        return true;
    }

    static String perMinute(double count) {
        return "+" + Quantity.count(count) + " a minute";
    }

    /** Such as {@code 3 goroutines, 1 descriptor and 108 KiB of heap}. */
    static String parts(Join join) {
        List<String> words = new ArrayList<>();
        for (Count.Sort sort : Count.Sort.values()) {
            double each = join.each(sort);
            if (each > 0 && sort != Count.Sort.OBJECTS) {
                String count = Quantity.count(Math.rint(each));
                words.add(count + " " + sort.word() + (count.equals("1") ? "" : "s"));
            }
        }
        if (join.bytesEach() > 0) {
            words.add(Quantity.bytes(join.bytesEach()) + " of heap");
        }
        int last = words.size() - 1;
        return last <= 0
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    static String age(GoroutineGroup group) {
        long minutes = group.ages().mostMinutes();
        return minutes == 0 ? "" : minutes + (minutes == 1 ? " minute" : " minutes");
    }

    /** The function that waits: the first that is not the runtime's. */
    static String leafOf(GoroutineGroup group) {
        return group.identity().isEmpty() ? "the runtime" : group.identity().get(0);
    }

    static String title(GoroutineGroup group, Culprit culprit) {
        return "goroutines of " + Culprit.shortened(culprit.function()) + " never end"
                + (group.state().isEmpty() ? "" : " (" + group.state() + ")");
    }

    static String cause(GoroutineGroup group, Culprit culprit) {
        String creator = group.creator().isEmpty() ? "" : ", started by " + Culprit.shortened(group.creator()) + ",";
        String wait = group.state().isEmpty() ? "do not end" : "wait for ever: " + group.state();
        return "Goroutines in " + culprit.named() + creator + " " + wait + ".";
    }

    static List<String> fix(GoroutineGroup group) {
        return List.of(
                switch (group.state()) {
                    case "chan send" ->
                        "let the sender give up too: select on ctx.Done(), or make the channel hold one value";
                    case "chan receive" -> "close the channel when no more is sent, or end the goroutine by ctx.Done()";
                    case "select" -> "give the select a case that ends it, such as ctx.Done(), and cancel that context";
                    case "IO wait" ->
                        "close the connection when it is done with, and set a deadline for reads and writes";
                    case "sync.Mutex.Lock", "semacquire", "sync.RWMutex.Lock", "sync.RWMutex.RLock" ->
                        "find who holds the lock: it is not given back, or it is taken twice";
                    case "sync.WaitGroup.Wait" -> "call Done in a defer, so that it is called on every way out";
                    default -> "end each goroutine when the work that started it is done: a context, or a done channel";
                });
    }
}
