package io.tidemark.analysis.growth;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.statistics.LeastSquares;

/**
 * A number of things that may be parts of one leaked thing.
 *
 * @param name such as {@code grpc/internal/transport.(*http2Client).reader}, or the label of a signal
 * @param sort what is counted
 * @param perMinute how fast it grows
 * @param error the standard error of that
 * @param bytesPerMinute the memory that grows with it, as far as it is known
 * @param series the number over time
 */
public record Count(String name, Sort sort, double perMinute, double error, double bytesPerMinute, Series series) {
    /** What is counted. */
    public enum Sort {
        GOROUTINES("goroutine"),
        DESCRIPTORS("descriptor"),
        CONNECTIONS("connection"),
        THREADS("thread"),
        OBJECTS("object"),
        OTHERS("thing");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        /** One of them, in a word. */
        public String word() {
            return word;
        }
    }

    private static final double LEAST_NOISE = 0.5; // of a reading, since readings are not of the same moment

    public static Count of(GoroutineGroup group) {
        return exact(String.join(" < ", group.identity()), Sort.GOROUTINES, group.counts());
    }

    /** The objects that a stack allocates: an estimate by samples. */
    public static Count of(StackGrowth stack) {
        StackGrowth.Growth rate = stack.rate();
        double size = rate.objectsPerMinute() <= 0 ? 1 : rate.bytesPerMinute() / rate.objectsPerMinute();
        String name = stack.stack().isEmpty() ? "" : stack.stack().get(0).function();
        return new Count(
                name,
                Sort.OBJECTS,
                rate.objectsPerMinute(),
                rate.error() / Math.max(1, size),
                rate.bytesPerMinute(),
                stack.bytes());
    }

    /** The objects of a size class, which are counted exactly. */
    public static Count of(SizeClassGrowth growth) {
        Count count = exact("objects of " + growth.size() + " bytes", Sort.OBJECTS, growth.live());
        return new Count(count.name, count.sort, count.perMinute, count.error, growth.bytesPerMinute(), count.series);
    }

    /** A signal that counts descriptors, connections, threads or something else. */
    public static Count of(Signal signal, Series series) {
        Sort sort =
                switch (signal) {
                    case FDS, SOCKET_FDS, FILE_FDS, PIPE_FDS, INOTIFY_FDS, OTHER_FDS, DELETED_FDS -> Sort.DESCRIPTORS;
                    case CONNECTIONS, INBOUND, CLOSE_WAIT -> Sort.CONNECTIONS;
                    case THREADS, OS_THREADS -> Sort.THREADS;
                    case GOROUTINES, LEAKED_GOROUTINES -> Sort.GOROUTINES;
                    case HEAP_OBJECTS -> Sort.OBJECTS;
                    default -> Sort.OTHERS;
                };
        return exact(signal.label(), sort, series);
    }

    /** A number that was counted and not estimated. */
    public static Count exact(String name, Sort sort, Series series) {
        if (series.size() < 2 || series.length() <= 0) {
            return new Count(name, sort, 0, Double.POSITIVE_INFINITY, 0, series);
        }
        double[] seconds = series.seconds();
        LeastSquares line = LeastSquares.of(series.values(), seconds);
        double error = Math.max(line.error(1), LEAST_NOISE / spread(seconds));
        return new Count(name, sort, line.coefficient(1) * 60, error * 60, 0, series);
    }

    /** The root of the sum of the squares of the distances from the mean. */
    static double spread(double[] values) {
        double[] nothing = new double[values.length];

        return Math.sqrt(LeastSquares.of(values, nothing).residualSquares());
    }
}
