package io.tidemark.collect.demangle;

import io.tidemark.collect.tool.ToolProcess;
import io.tidemark.collect.tool.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Demangles names of C++ and Rust, all at once with one run of c++filt.
 *
 * <pre>{@code
 * demangler.demangle(List.of("_ZN2ns1fIiEEvc"), Style.SIMPLE)      {_ZN2ns1fIiEEvc=ns::f}
 * }</pre>
 */
public final class Demangler {
    private static final String BLOCK = "_block_invoke";

    private final Tools tools;

    public Demangler(Tools tools) {
        this.tools = tools;
    }

    /** Whether a name looks like one that is mangled; it may still turn out to be none. */
    public static boolean isMangled(String name) {
        return !encoded(name).isEmpty();
    }

    /**
     * The readable names of those that have one.
     *
     * @throws IOException when there is no c++filt, or it fails
     */
    public Map<String, String> demangle(Collection<String> names, Style style) throws IOException {
        Map<String, String> demangled = new HashMap<>();
        List<String> mangled = names.stream().filter(Demangler::isMangled).toList();
        if (mangled.isEmpty()) {
            return demangled;
        }
        List<String> questions = mangled.stream().map(Demangler::encoded).toList();
        List<String> answers = filter(questions, style);
        for (int i = 0; i < mangled.size(); i++) {
            String question = questions.get(i);
            if (!answers.get(i).equals(question)) {
                String prefix = mangled.get(i).contains(BLOCK) && isBlock(mangled.get(i))
                        ? "invocation function for block in "
                        : "";
                demangled.put(mangled.get(i), prefix + style.apply(question, answers.get(i)));
            }
        }
        return demangled;
    }

    private List<String> filter(List<String> names, Style style) throws IOException {
        String program = tools.cxxfilt()
                .orElseThrow(() -> new IOException("c++filt not found; install binutils to read mangled names"));
        List<String> command = new ArrayList<>(List.of(program, "-i"));
        if (!style.hasParameters()) {
            command.add("-p");
        }
        try (ToolProcess tool = ToolProcess.start(command, tools.patience())) {
            Thread writer = new Thread(() -> write(names, tool), "write to c++filt");
            writer.setDaemon(true);
            writer.start();
            List<String> answers = new ArrayList<>(names.size());
            while (answers.size() < names.size()) {
                Optional<String> line = tool.readLine();
                answers.add(line.orElseThrow(() -> new IOException("c++filt ended early")));
            }
            return answers;
        }
    }

    /** In a thread of its own: c++filt stops reading when nobody reads what it prints. */
    private static void write(List<String> names, ToolProcess tool) {
        try {
            StringBuilder lines = new StringBuilder();
            for (String name : names) {
                lines.append(name).append('\n');
                if (lines.length() > 1 << 16) {
                    tool.ask(lines.substring(0, lines.length() - 1));
                    lines.setLength(0);
                }
            }
            if (!lines.isEmpty()) {
                tool.ask(lines.substring(0, lines.length() - 1));
            }
            tool.endQuestions();
        } catch (IOException e) {
            // The reader hears of it: it finds that the answers end.
        }
    }

    /**
     * The part of a name that c++filt can decode; empty where there is none. Some systems put an underscore before every
     * name, Clang names the code of blocks {@code ___Z1fv_block_invoke}.
     */
    private static String encoded(String name) {
        String encoded;
        if (hasPrefix(name, 0)) {
            encoded = name;
        } else if (isBlock(name)) {
            encoded = name.substring(name.indexOf("_Z"), name.lastIndexOf(BLOCK));
        } else if (name.startsWith("_") && hasPrefix(name, 1)) {
            encoded = name.substring(1);
        } else {
            return "";
        }
        int end = 0;
        while (end < encoded.length() && isSymbol(encoded.charAt(end))) {
            end++;
        }
        return encoded.substring(0, end);
    }

    private static boolean hasPrefix(String name, int offset) {
        return name.startsWith("_Z", offset)
                || name.startsWith("_GLOBAL_", offset)
                || (name.startsWith("_R", offset) && isCapital(name, offset + 2));
    }

    private static boolean isCapital(String name, int index) {
        return index < name.length() && name.charAt(index) >= 'A' && name.charAt(index) <= 'Z';
    }

    private static boolean isBlock(String name) {
        return (name.startsWith("___Z") || name.startsWith("____Z")) && name.lastIndexOf(BLOCK) > 0;
    }

    /** Whether c++filt takes a character for part of a name. */
    private static boolean isSymbol(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == '$';
    }
}
