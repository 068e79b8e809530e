package tranche.portal.cockpit.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a page is with what changed: the place of the latest change that it has, of the raise and of what is built. Both
 * are learnt of in an order of their own.
 */
record FeedPlaces(long raise, long build) {

    static final FeedPlaces NONE = new FeedPlaces(0, 0);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");

    static Optional<FeedPlaces> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new FeedPlaces(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    String text() {
        return raise + "." + build;
    }

    FeedPlaces withRaise(long place) {
        return new FeedPlaces(Math.max(raise, place), build);
    }

    FeedPlaces withBuild(long place) {
        return new FeedPlaces(raise, Math.max(build, place));
    }
}
