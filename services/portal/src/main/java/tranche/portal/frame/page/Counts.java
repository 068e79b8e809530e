package tranche.portal.frame.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tranche.portal.words.page.Words;

/**
 * What waits for a visitor, by the entries of the menu.
 *
 * @param numbers each above 0; what is not known is not there
 */
public record Counts(Map<MenuEntry, Integer> numbers) {

    /** As long as nobody has counted, or for nobody. */
    public static final Counts NONE = new Counts(Map.of());

    public Counts {
        numbers = Map.copyOf(numbers);
    }

    /**
     * A number beside an entry.
     *
     * @param sign as the eye has it
     * @param words as it is read aloud
     * @param presses whether somebody else waits for the visitor
     */
    public record Mark(String sign, String words, boolean presses) {}

    /** The number beside an entry; empty where nothing waits. */
    public Optional<Mark> mark(MenuEntry entry, Words words) {
        return Optional.ofNullable(numbers.get(entry)).map(number -> mark(entry, number, words));
    }

    private static Mark mark(MenuEntry entry, int number, Words words) {
        boolean many = number >= Counted.MOST;
        String key = "frame.count." + entry.name().toLowerCase(Locale.ROOT) + (many ? ".many" : "");
        int said = many ? Counted.MOST - 1 : number;
        String sign = words.say("words.number", "number", said);
        return new Mark(many ? sign + "+" : sign, words.say(key, "count", said), entry == MenuEntry.APPROVALS);
    }
}
