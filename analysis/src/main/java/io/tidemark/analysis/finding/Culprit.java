package io.tidemark.analysis.finding;

import java.util.List;

/**
 * The code to look at.
 *
 * @param function the function of the program that owns what was found, as profiles name it
 * @param file empty when it is not known
 * @param line 0 when it is not known
 * @param stack the stack that shows it, innermost function first, each as {@code function file:line}
 */
public record Culprit(String function, String file, long line, List<String> stack) {
    public Culprit {
        stack = List.copyOf(stack);
    }

    /** The function without the directories of its package: {@code svc.(*Client).Call}. */
    public String shortFunction() {
        return shortened(function);
    }

    /** A name of a function without the directories of its package. */
    public static String shortened(String name) {
        int arguments = name.indexOf('[');
        String path = arguments < 0 ? name : name.substring(0, arguments);
        return name.substring(path.lastIndexOf('/') + 1).replace("%2e", ".");
    }

    /** Such as {@code client.go:48}; empty when the file is not known. */
    public String place() {
        if (file.isEmpty()) {
            return "";
        }
        String name = file.substring(file.lastIndexOf('/') + 1);
        return line == 0 ? name : name + ":" + line;
    }

    /** The function and where it is: {@code svc.(*Client).Call (client.go:48)}. */
    public String named() {
        String place = place();
        return shortFunction() + (place.isEmpty() ? "" : " (" + place + ")");
    }
}
