package tranche.launcher.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of an award, as far as its sources reach. */
enum Standing {
    /** Final or approved, or something is built or produced with it, or it was converted. */
    AWARDED,
    /** Preliminary terms, no final award. */
    PRELIMINARY,
    /** The project was given up. */
    CANCELLED,
    /** Preliminary terms that no award followed. */
    NOT_AWARDED;

    private static final Pattern AWARD = Pattern.compile("(final|approved|.*(production|construction|converted)).*");
    private static final Pattern GIVEN_UP = Pattern.compile("cancelled(?: (\\d{4}(?:-\\d{2}){0,2}))?.*");

    /** @throws IllegalArgumentException for words that say none of this */
    static Standing of(String status) {
        if (GIVEN_UP.matcher(status).matches()) {
            return CANCELLED;
        }
        if (status.contains("not awarded")) {
            return NOT_AWARDED;
        }
        if (status.startsWith("preliminary")) {
            return PRELIMINARY;
        }
        if (AWARD.matcher(status).matches()) {
            return AWARDED;
        }
        throw new IllegalArgumentException("an award's status \"" + status + "\" is not known");
    }

    /** The date that the words themselves name. */
    static Optional<KnownDay> cancelled(String status) {
        Matcher givenUp = GIVEN_UP.matcher(status);
        return givenUp.matches() ? Optional.ofNullable(givenUp.group(1)).flatMap(KnownDay::of) : Optional.empty();
    }

    boolean isOver() {
        return this == CANCELLED || this == NOT_AWARDED;
    }
}
