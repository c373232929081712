package io.tidemark.collect.fetch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in an argument is a URL, by the rule of pprof: whatever has a host, and {@code HOST:PORT/PATH} has one.
 *
 * <pre>
 * http://host/path        is one
 * host:6060/path          is http://host:6060/path, and so is 10.0.0.1:6060 or [::1]:6060
 * host/path               is a file that is not there
 * file:///path            is no URL either
 * </pre>
 */
final class SourceSyntax {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):(//[^/?#])?.*", Pattern.DOTALL);
    private static final Pattern COLON_IN_FIRST_SEGMENT = Pattern.compile("[^/?#]*:.*", Pattern.DOTALL);

    private SourceSyntax() {}

    /** The URL that an argument stands for, with its scheme. */
    static Optional<String> url(String argument) {
        Matcher scheme = SCHEME.matcher(argument);
        if (!scheme.matches()) {
            return COLON_IN_FIRST_SEGMENT.matcher(argument).matches() ? withHttp(argument) : Optional.empty();
        }
        if (scheme.group(2) != null) {
            return Optional.of(argument);
        }
        return scheme.group(1).equalsIgnoreCase("file") ? Optional.empty() : withHttp(argument);
    }

    private static Optional<String> withHttp(String argument) {
        return argument.startsWith(":") ? Optional.empty() : Optional.of("http://" + argument);
    }
}
