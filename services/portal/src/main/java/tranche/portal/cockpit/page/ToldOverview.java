package tranche.portal.cockpit.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an open overview has, as the ids of its events carry it: a page that comes back after a lost connection says it, and is
 * told what it lacks and nothing else.
 *
 * @param places of the latest changes that it has
 * @param mark of what it shows besides; empty where only the address of its stream says that
 */
record ToldOverview(FeedPlaces places, Optional<String> mark) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}\\.[0-9]{1,18})(?:\\.([0-9a-f]{1,8}))?");

    static Optional<ToldOverview> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? FeedPlaces.parse(parts.group(1))
                        .map(places -> new ToldOverview(places, Optional.ofNullable(parts.group(2))))
                : Optional.empty();
    }

    String text() {
        return places.text() + mark.map(of -> "." + of).orElse("");
    }

    ToldOverview with(FeedPlaces told) {
        return new ToldOverview(told, mark);
    }

    ToldOverview with(String shown) {
        return new ToldOverview(places, Optional.of(shown));
    }
}
