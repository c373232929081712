package io.tidemark.analysis.owner;

import io.tidemark.model.profile.Functions;
import io.tidemark.model.profile.Profile;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which packages belong to the program.
 *
 * <p>Profiles don't name modules. But the sources of package main lie in the tree of the main module; where another package
 * lies in that tree tells which import path the tree has. Libraries lie in a module cache or a vendor directory, or are
 * known by their version.
 */
final class Modules {
    private static final Set<String> HOSTS_OF_OWNERS =
            Set.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "golang.org");

    private final String main; // the prefix of the import paths of the main module; empty when it is not known

    private Modules(String main) {
        this.main = main;
    }

    static Modules of(List<Profile> profiles) {
        Map<String, String> directories = new LinkedHashMap<>(); // by package
        Map<String, Integer> counts = new LinkedHashMap<>(); // of functions, by module
        for (Profile profile : profiles) {
            Functions functions = profile.functions();
            for (int f = 0; f < functions.size(); f++) {
                String path = GoFunction.parse(functions.name(f)).packagePath();
                String file = functions.filename(f).replace('\\', '/');
                if (!path.isEmpty() && !isStandard(path) && !isLibrary(file)) {
                    directories.putIfAbsent(path, file.substring(0, Math.max(0, file.lastIndexOf('/'))));
                    if (!path.equals("main") && (!file.isEmpty() || isLocal(path))) {
                        counts.merge(module(path), 1, Integer::sum);
                    }
                }
            }
        }
        String tree = directories.getOrDefault("main", "");
        if (!tree.isEmpty() && !tree.startsWith("/") && !tree.contains(":")) {
            return new Modules(module(tree)); // built with -trimpath: the directory is the import path
        }
        String best = "";
        int deepest = -1;
        for (Map.Entry<String, String> entry : directories.entrySet()) {
            int root = tree.isEmpty() ? -1 : root(entry.getKey(), entry.getValue(), tree);
            if (root > deepest) {
                deepest = root;
                best = module(entry.getKey());
            }
        }
        if (best.isEmpty() && tree.isEmpty()) {
            best = counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
        return new Modules(best);
    }

    /** How long the root is below which import path and directory agree, when {@code tree} is there too; else -1. */
    private static int root(String path, String directory, String tree) {
        int p = path.length();
        int d = directory.length();
        String suffix = "";
        while (p > 0) {
            int slash = path.lastIndexOf('/', p - 1);
            String segment = path.substring(slash + 1, p);
            if (!directory.substring(0, d).endsWith("/" + segment)) {
                break;
            }
            suffix = segment;
            d -= segment.length() + 1;
            p = slash;
        }
        String root = directory.substring(0, d);
        boolean isInTree = !suffix.isEmpty() && (tree.equals(root) || tree.startsWith(root + "/"));
        if (!isInTree) {
            return -1;
        }
        // What lies above the root is the same for all of a GOPATH: there the module decides.
        String above = p > 0 ? path.substring(0, p) + "/" : "";
        String mainPath = above + tree.substring(Math.min(tree.length(), d + 1));
        return module(mainPath).equals(module(path)) ? d : -1;
    }

    Origin origin(String packagePath, String file) {
        if (packagePath.equals("main")) {
            return Origin.OWN;
        }
        if (packagePath.isEmpty() || isLibrary(file)) {
            return Origin.LIBRARY;
        }
        if (!main.isEmpty() && (packagePath.equals(main) || packagePath.startsWith(main + "/"))) {
            return Origin.OWN;
        }
        if (isStandard(packagePath)) {
            return Origin.STANDARD;
        }
        return Origin.NEARBY;
    }

    private static boolean isStandard(String packagePath) {
        int slash = packagePath.indexOf('/');
        return StandardLibrary.has(slash < 0 ? packagePath : packagePath.substring(0, slash));
    }

    /** Whether a path begins with no host: what others publish does. Where no files are known that is all there is. */
    private static boolean isLocal(String packagePath) {
        return !packagePath.split("/", 2)[0].contains(".");
    }

    private static boolean isLibrary(String file) {
        int at = file.indexOf("@v");
        boolean isVersioned = at >= 0 && at + 2 < file.length() && Character.isDigit(file.charAt(at + 2));
        return isVersioned || file.contains("/pkg/mod/") || file.contains("/vendor/") || file.startsWith("vendor/");
    }

    /** The first segments of an import path, as many as make a module on most hosts. */
    static String module(String packagePath) {
        String[] segments = packagePath.split("/", -1);
        int count = HOSTS_OF_OWNERS.contains(segments[0]) ? 3 : segments[0].contains(".") ? 2 : 1;
        return String.join("/", List.of(segments).subList(0, Math.min(count, segments.length)));
    }
}
