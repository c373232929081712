package io.tidemark.analysis.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of functions, made short enough to be read in a picture. */
public final class FunctionName {
    // Possessive, since names come from strangers: no pattern may try the same text twice.
    private static final Pattern GO_VERSION = Pattern.compile("^(.*?)/v(?:[2-9]|[1-9][0-9]++)([./].*)$");
    private static final Pattern GO = Pattern.compile("^(?:[\\w\\-.]++/)+([^.]++\\..+)");
    private static final Pattern JAVA =
            Pattern.compile("^(?:[a-z]\\w*+\\.)*([A-Z][\\w$]*+\\.(?:<init>|[a-z][\\w$]*(?:\\$\\d+)?))(?:\\(|$)");
    private static final Pattern CPP =
            Pattern.compile("^(?:[_a-zA-Z]\\w*+::)+(_*[A-Z]\\w*+::~?[_a-zA-Z]\\w*+(?:<.*>)?)");
    private static final String ANONYMOUS = "(anonymous namespace)::";

    private FunctionName() {}

    /**
     * A name without the path of its Go package, its Java package and arguments, or its C++ namespaces: {@code
     * github.com/a/b.(*T).M} becomes {@code b.(*T).M}.
     */
    public static String shorten(String name) {
        String text = name.startsWith(ANONYMOUS) ? name.substring(ANONYMOUS.length()) : name;
        text = GO_VERSION.matcher(text).replaceAll("$1$2");
        for (Pattern pattern : new Pattern[] {GO, JAVA, CPP}) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return text;
    }
}
