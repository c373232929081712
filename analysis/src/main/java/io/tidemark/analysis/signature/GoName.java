package io.tidemark.analysis.signature;

import io.tidemark.analysis.owner.StandardLibrary;
import java.util.regex.Pattern;

/**
 * Names of Go functions, without what changes from build to build.
 *
 * <pre>
 * gopkg.in/natefinch/lumberjack%2ev2.(*Logger).millRun      gopkg.in/natefinch/lumberjack.(*Logger).millRun
 * example.org/svc/vendor/github.com/a/b.F                   github.com/a/b.F
 * github.com/panjf2000/ants/v2.(*Pool).purgeStaleWorkers    github.com/panjf2000/ants.(*Pool).purgeStaleWorkers
 * example.org/svc.(*Cache[go.shape.string]).Put             example.org/svc.(*Cache).Put
 * net/http.setRequestCancel.func4                           net/http.setRequestCancel
 * github.com/jinzhu/gorm.glob..func2                        github.com/jinzhu/gorm.init
 * a.example/w.(*Watch).Add.(*Watch).register.func3          a.example/w.(*Watch).register
 * </pre>
 */
final class GoName {
    private static final Pattern PATH_VERSION = Pattern.compile("/v[0-9]++(?=[/.]|$)");
    private static final Pattern NAME_VERSION = Pattern.compile("^\\.v[0-9]++(?=\\.)");
    private static final Pattern CLOSURE =
            Pattern.compile("\\.(?:func[0-9]*+|gowrap[0-9]*+|deferwrap[0-9]*+|[0-9]++)$|-fm$|-range[0-9]++$|\\.$");

    private GoName() {}

    /** The name without versions, vendor directories, type arguments, escapes and numbers of closures. */
    static String normalize(String raw) {
        if (raw.isEmpty() || raw.charAt(0) == '[') {
            return raw; // a frame that stands for others
        }
        String name = raw.indexOf('[') >= 0 ? withoutBrackets(raw) : raw;
        int vendor = name.lastIndexOf("/vendor/");
        if (vendor >= 0) {
            name = name.substring(vendor + "/vendor/".length());
        } else if (name.startsWith("vendor/")) {
            name = name.substring("vendor/".length());
        }
        int dot = name.indexOf('.', lastSlash(name) + 1);
        if (dot < 0) {
            return unescape(name);
        }
        String path = unescape(name.substring(0, dot));
        if (path.indexOf('/') >= 0 && !isStandard(path)) { // encoding/json/v2 is another package, not another build
            path = withoutVersion(path);
        }
        String function = name.substring(dot);
        if (function.startsWith(".v")) {
            function = NAME_VERSION.matcher(function).replaceFirst("");
        }
        return path + withoutClosure(function);
    }

    /** Whether a frame is one on which the runtime lets a goroutine wait, or allocates. */
    static boolean isWaiting(String name) {
        return name.startsWith("runtime.")
                || name.startsWith("internal/runtime/")
                || name.startsWith("runtime/internal/")
                || name.startsWith("sync.runtime_")
                || name.startsWith("internal/sync.runtime_")
                || name.startsWith("internal/poll.runtime_");
    }

    /** Whether a function is of the standard library, or of the Go project's own modules. */
    static boolean isStandard(String name) {
        if (name.startsWith("golang.org/x/")) {
            return true;
        }
        int end = 0;
        while (end < name.length() && name.charAt(end) != '/' && name.charAt(end) != '.') {
            end++;
        }
        return StandardLibrary.has(name.substring(0, end)) && (end == name.length() || isPath(name, end));
    }

    /** Whether what stands before a dot is all of the first part of a path: {@code go.uber.org/zap} is not of {@code go}. */
    private static boolean isPath(String name, int end) {
        return name.charAt(end) == '/' || name.indexOf('/', end) < 0 || name.indexOf('(', end) >= 0;
    }

    private static int lastSlash(String name) {
        int receiver = name.indexOf('(');
        return receiver < 0 ? name.lastIndexOf('/') : name.lastIndexOf('/', receiver);
    }

    private static String withoutVersion(String path) {
        String result = path.indexOf("/v") >= 0 ? PATH_VERSION.matcher(path).replaceAll("") : path;
        int dot = result.lastIndexOf(".v");
        boolean isVersion = dot > result.lastIndexOf('/') && isNumber(result, dot + 2);
        return isVersion ? result.substring(0, dot) : result;
    }

    private static boolean isNumber(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < text.length();
    }

    private static String withoutClosure(String function) {
        String name = function;
        for (var matcher = CLOSURE.matcher(name); matcher.find(); matcher = CLOSURE.matcher(name)) {
            name = name.substring(0, matcher.start());
        }
        int receiver = name.lastIndexOf(".(*");
        if (receiver > 0 && name.indexOf(".(*") < receiver) {
            name = name.substring(receiver); // a closure of a method that was inlined into another
        }
        return name.isEmpty() || name.equals(".glob") ? ".init" : name;
    }

    private static String withoutBrackets(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int depth = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** With {@code %2e} read as a dot, and so on. */
    private static String unescape(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int high = c == '%' && i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
            if (low < 0) {
                out.append(c);
            } else {
                out.append((char) (high * 16 + low));
                i += 2;
            }
        }
        return out.toString();
    }
}
