package io.tidemark.cli.signatures;

import io.tidemark.analysis.finding.Kind;
import io.tidemark.cli.option.Choice;

/** The kinds of findings on a command line. */
final class KindNames extends Choice<Kind> {
    KindNames() {
        super(Kind.class);
    }
}
