package io.tidemark.analysis.signature;

import io.tidemark.analysis.signal.Series;
import io.tidemark.analysis.signal.Signal;
import io.tidemark.analysis.signal.Signals;
import io.tidemark.model.goroutine.GoroutineReader;
import io.tidemark.model.profile.LabelSet;
import io.tidemark.model.profile.Limits;
import io.tidemark.model.profile.Locations;
import io.tidemark.model.profile.Profile;
import io.tidemark.model.profile.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that was observed, written down. A file has several of them:
 *
 * <pre>
 * == matches: what is to be seen (real, go1.26.8)
 * go 1.26.8
 * signal process.fds.files growing 10 200
 * goroutine 18 [chan receive]:          a dump, as debug=2 prints it; the first goroutine is the suspect
 * ...
 * == other: a relative that must not match
 * heap 32768 100                        size of an object, number of them (10 if it is left out), frames as in traces
 * bufio.NewReaderSize
 * ...
 * == matches: descriptors, threads, memory
 * descriptors 12 10 anon_inode:inotify  the number, by how much it grew, and what they are open on
 * </pre>
 */
record Fixture(boolean isMatch, String title, Suspect suspect, Facts facts) {

    static List<Fixture> read(String text) throws IOException {
        List<Fixture> fixtures = new ArrayList<>();
        for (String section : text.split("(?m)^== ", -1)) {
            if (section.startsWith("matches: ") || section.startsWith("other: ")) {
                fixtures.add(new Parser(section).fixture());
            } else if (!section.isBlank() && !section.startsWith("#")) {
                throw new IllegalArgumentException(
                        "section: " + section.lines().findFirst().orElse(""));
            }
        }
        return fixtures;
    }

    @Override
    public String toString() {
        return (isMatch ? "matches: " : "other: ") + title;
    }

    private static final class Parser {
        private final String[] lines;
        private final Map<Signal, Series> series = new EnumMap<>(Signal.class);
        private final Map<Signal, Trend> trends = new EnumMap<>(Signal.class);
        private final List<Suspect> groups = new ArrayList<>();
        private String version = "";

        Parser(String section) {
            this.lines = section.split("\n", -1);
        }

        Fixture fixture() throws IOException {
            int at = 1;
            while (at < lines.length) {
                String line = lines[at];
                String[] words = line.strip().split(" +(?!\\(deleted)", -1);
                if (line.startsWith("goroutine ")) {
                    goroutines(String.join("\n", List.of(lines).subList(at, lines.length)));
                    break;
                }
                at++;
                switch (words[0]) {
                    case "go" -> version = "go" + words[1];
                    case "signal" -> signal(words);
                    case "heap" -> {
                        groups.add(Suspect.heap(
                                Stack.of(frames(at)), count(words), count(words) / 2, Long.parseLong(words[1])));
                        at += frames(at).size();
                    }
                    case "allocations" -> {
                        groups.add(Suspect.allocations(Stack.of(frames(at)), count(words), Long.parseLong(words[1])));
                        at += frames(at).size();
                    }
                    case "descriptors" ->
                        groups.add(Suspect.descriptors(
                                List.of(words).subList(3, words.length),
                                Double.parseDouble(words[1]),
                                Double.parseDouble(words[2])));
                    case "threads" ->
                        groups.add(Suspect.threads(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
                    case "memory" -> groups.add(Suspect.memory());
                    case "", "#" -> {}
                    default -> throw new IllegalArgumentException(line);
                }
            }
            String head = lines[0];
            boolean isMatch = head.startsWith("matches: ");
            return new Fixture(isMatch, head.substring(head.indexOf(' ') + 1), groups.get(0), facts());
        }

        private static double count(String[] words) {
            return words.length < 3 ? 10 : Double.parseDouble(words[2]);
        }

        private List<String> frames(int from) {
            List<String> frames = new ArrayList<>();
            for (int i = from; i < lines.length && !lines[i].isBlank(); i++) {
                frames.add(lines[i].strip().replace(" (inline)", ""));
            }
            return frames;
        }

        private void signal(String[] words) {
            Signal signal = Signal.of(words[1]);
            trends.put(signal, Trend.valueOf(words[2].toUpperCase(Locale.ROOT)));
            double[] values = {Double.parseDouble(words[3]), Double.parseDouble(words[words.length - 1])};
            series.put(signal, Series.of(new double[] {0, 60}, values));
        }

        private void goroutines(String dump) throws IOException {
            Profile profile = GoroutineReader.read(
                    new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
            Samples samples = profile.samples();
            for (Samples.Block block : samples.blocks()) {
                for (int i = 0; i < block.size(); i++) {
                    LabelSet labels = samples.labels(block.labels(i));
                    Stack stack = Stack.of(frames(profile, block, i), first(labels, "state"), first(labels, "creator"));
                    groups.add(Suspect.goroutines(stack, (double) block.value(i, 0), (double) block.value(i, 0)));
                }
            }
        }

        private static String first(LabelSet labels, String key) {
            List<String> texts = labels.texts(key);
            return texts.isEmpty() ? "" : texts.get(0);
        }

        private static List<String> frames(Profile profile, Samples.Block block, int sample) {
            List<String> frames = new ArrayList<>();
            Locations locations = profile.locations();
            for (int place = block.stackStart(sample); place < block.stackEnd(sample); place++) {
                int location = block.location(place);
                for (int line = locations.lineStart(location); line < locations.lineEnd(location); line++) {
                    frames.add(profile.functions().name(locations.function(line)));
                }
            }
            return frames;
        }

        private Facts facts() {
            Signals signals = Signals.of(series);
            return new Facts() {
                @Override
                public Signals signals() {
                    return signals;
                }

                @Override
                public Trend trend(Signal signal) {
                    return trends.getOrDefault(signal, Trend.UNKNOWN);
                }

                @Override
                public List<Suspect> groups() {
                    return groups;
                }

                @Override
                public String goVersion() {
                    return version;
                }
            };
        }
    }
}
