package io.tidemark.cli.signatures;

import io.tidemark.analysis.signature.Signature;
import io.tidemark.cli.console.Console;
import io.tidemark.cli.console.Status;
import io.tidemark.cli.console.Stream;
import io.tidemark.cli.flag.UsageException;
import io.tidemark.cli.option.OptionCommand;
import io.tidemark.model.json.JsonWriter;
import java.io.IOException;
import java.util.List;

/**
 * The command {@code tidemark signatures list}:
 *
 * <pre>
 * cache-never-hits             heap-growth          A cache only fills, because its keys never come again
 * send-without-receiver        goroutine-leak       Goroutines send to a channel that nobody reads any more
 * </pre>
 */
final class ListCommand extends OptionCommand<ListOptions> {
    private static final String HELP = """
            Usage:
              tidemark signatures list [FLAG]...

            Lists the known defects: id, kind and title. Where the terminal is narrow, the
            kind is left out and titles are cut; in a file all of it is there.

            Examples:
              tidemark signatures list --kind goroutine-leak
              tidemark signatures list | grep -i grpc

            Flags:
            @OPTIONS@

            Exit status: 0 done, 2 bad usage, 3 a file that could not be read.
            """;

    private static final int LEAST_TITLE = 40; // columns; with less room for it the kind is left out

    ListCommand(Console console) {
        super(console);
    }

    @Override
    public String name() {
        return "signatures list";
    }

    @Override
    protected ListOptions options() {
        return new ListOptions();
    }

    @Override
    protected String help() {
        return HELP;
    }

    @Override
    protected int carryOut(ListOptions options) throws UsageException, IOException {
        List<Signature> signatures = options.catalogue.catalogue().signatures().stream()
                .filter(signature -> options.kind == null || signature.kind() == options.kind)
                .toList();
        if (options.isJson) {
            json(signatures);
        } else {
            console.print(text(signatures));
        }
        return Status.OK;
    }

    private String text(List<Signature> signatures) {
        int room = console.isTerminal(Stream.OUT) ? console.width(Stream.OUT) - 1 : Integer.MAX_VALUE;
        int ids = width(signatures.stream().map(Signature::id).toList());
        int kinds = width(
                signatures.stream().map(signature -> signature.kind().label()).toList());
        boolean hasKinds = room >= ids + kinds + LEAST_TITLE;
        StringBuilder text = new StringBuilder();
        for (Signature signature : signatures) {
            String line = padded(signature.id(), ids)
                    + (hasKinds ? padded(signature.kind().label(), kinds) : "")
                    + Console.legible(signature.words().title());
            text.append(line.length() <= room ? line : line.substring(0, room - 1) + "…")
                    .append('\n');
        }
        return text.toString();
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(0) + 2;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Writes the schema {@code tidemark.signatures/1}. */
    private void json(List<Signature> signatures) throws IOException {
        JsonWriter json = new JsonWriter(console.out());
        json.beginObject()
                .member("schema", "tidemark.signatures/1")
                .name("signatures")
                .beginArray();
        for (Signature signature : signatures) {
            json.inline()
                    .beginObject()
                    .member("id", signature.id())
                    .member("kind", signature.kind().label())
                    .member("severity", signature.severity().label())
                    .member("general", signature.isGeneral())
                    .member("title", signature.words().title())
                    .end();
        }
        json.end().end();
        json.flush();
    }
}
