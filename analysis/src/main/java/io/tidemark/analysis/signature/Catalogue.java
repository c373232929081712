package io.tidemark.analysis.signature;

import io.tidemark.analysis.signature.MalformedSignatureException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signatures that are known: those that come with the program, in the order of the documentation, and a user's. */
public final class Catalogue {
    /** Names the files of the built-in signatures, one on each line: a class path can't be listed. */
    static final String INDEX = "files.txt";

    private final Map<String, Signature> byId;

    private Catalogue(Map<String, Signature> byId) {
        this.byId = byId;
    }

    /** No signature at all. */
    public static Catalogue empty() {
        return new Catalogue(Map.of());
    }

    /** The signatures that come with the program. */
    public static Catalogue builtIn() {
        Map<String, Signature> byId = new LinkedHashMap<>();
        try {
            for (String file : resource(INDEX).split("\n", -1)) {
                if (!file.isEmpty()) {
                    Signature signature = SignatureReader.read(file, resource(file));
                    byId.put(signature.id(), signature);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a broken build: tests read all of them
        }
        return new Catalogue(byId);
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name + " beside " + Catalogue.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * This catalogue with more signatures. One with the id of another takes its place.
     *
     * @param texts the contents of YAML files by their names
     * @throws MalformedSignatureException with all problems of all files
     */
    public Catalogue with(Map<String, String> texts) throws MalformedSignatureException {
        List<Problem> problems = new ArrayList<>();
        Map<String, Signature> all = new LinkedHashMap<>(byId);
        Map<String, String> files = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            try {
                Signature signature = SignatureReader.read(entry.getKey(), entry.getValue());
                String other = files.put(signature.id(), entry.getKey());
                if (other != null) {
                    problems.add(
                            new Problem(entry.getKey(), 1, "id: '" + signature.id() + "' is also that of " + other));
                }
                all.put(signature.id(), signature);
            } catch (MalformedSignatureException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new MalformedSignatureException(problems);
        }
        return new Catalogue(all);
    }

    public List<Signature> signatures() {
        return List.copyOf(byId.values());
    }

    /** The signature with an id. */
    public Optional<Signature> signature(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
