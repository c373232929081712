package io.tidemark.analysis.view;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tidemark.analysis.report.ReportException;
import java.util.function.Predicate;

/** An expression that RE2/J matches. A class of its own, so that RE2/J is loaded only where one is used. */
record Re2Pattern(Pattern pattern) implements Predicate<String> {

    static Re2Pattern compile(String what, String expression) throws ReportException {
        try {
            return new Re2Pattern(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new ReportException(what + ": '" + expression + "' (expected a regular expression: "
                    + e.getDescription() + (e.getPattern().equals(expression) ? "" : " in '" + e.getPattern() + "'")
                    + ")");
        } catch (StackOverflowError e) {
            throw new ReportException(what + ": a regular expression of " + expression.length()
                    + " characters (expected one with fewer brackets in each other)");
        }
    }

    @Override
    public boolean test(String name) {
        return pattern.matcher(name).find();
    }
}
