package io.tidemark.collect.jfr;

import java.util.regex.Pattern;

/** Names of classes as people write them, and the same in every run. */
final class ClassNames {
    /** What the JVM appends to the name of a hidden class: {@code /0x00007f0b14000a08}, and {@code +0x...12} before 17. */
    private static final Pattern HIDDEN = Pattern.compile("(\\$\\$Lambda)\\b.*|[/+.]0x[0-9a-f]+.*");

    private ClassNames() {}

    /** {@code com.foo.Bar$$Lambda/0x0000000800c03000} without what differs from run to run. */
    static String stable(String name) {
        return name.indexOf("0x") < 0 && name.indexOf("$$Lambda") < 0
                ? name
                : HIDDEN.matcher(name).replaceFirst("$1");
    }

    /**
     * Where the source of a class is, below a source path: {@code com/foo/Bar.java}. Recordings do not say; this is where
     * it is for every public class of Java, and the classes in it.
     */
    static String file(String name) {
        int nested = name.indexOf('$', name.lastIndexOf('.') + 2);
        return (nested < 0 ? name : name.substring(0, nested)).replace('.', '/') + ".java";
    }

    /** {@code java.lang.String[]} for {@code [Ljava.lang.String;}, and other names as they are. */
    static String readable(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        if (dimensions == 0 || dimensions == name.length()) {
            return stable(name);
        }
        String element = name.substring(dimensions);
        String type =
                switch (element) {
                    case "Z" -> "boolean";
                    case "B" -> "byte";
                    case "C" -> "char";
                    case "S" -> "short";
                    case "I" -> "int";
                    case "J" -> "long";
                    case "F" -> "float";
                    case "D" -> "double";
                    default ->
                        element.startsWith("L") && element.endsWith(";")
                                ? element.substring(1, element.length() - 1)
                                : element;
                };
        return stable(type) + "[]".repeat(dimensions);
    }
}
