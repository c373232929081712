package io.tidemark.analysis.view;

import io.tidemark.analysis.report.ReportException;
import io.tidemark.model.profile.Header;
import io.tidemark.model.profile.Profile;
import java.util.function.Predicate;

/** Drops the frames that a profile itself says are of no interest, such as those of the allocator in a heap profile. */
public final class Uninteresting {
    private Uninteresting() {}

    /**
     * The profile without these frames and what they call.
     *
     * @throws ReportException where the profile's rules are no regular expressions
     */
    public static Profile drop(Profile profile) throws ReportException {
        Header.FrameRules rules = profile.header().frames();
        if (rules.drop().isEmpty()) {
            return profile;
        }
        Predicate<String> drop = whole("drop_frames", rules.drop());
        return profile.prune(drop, rules.keep().isEmpty() ? name -> false : whole("keep_frames", rules.keep()));
    }

    private static Predicate<String> whole(String what, String expression) throws ReportException {
        return NamePattern.compile("the " + what + " of the profile", "^(" + expression + ")$");
    }
}
