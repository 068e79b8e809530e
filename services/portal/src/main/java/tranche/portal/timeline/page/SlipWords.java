package tranche.portal.timeline.page;

import java.util.Map;
import tranche.portal.words.page.Words;

/** How far something is from its baseline, in words. */
public final class SlipWords {

    private SlipWords() {}

    /** {@code +12 days}, {@code 3 days early}, {@code on plan}. */
    public static String calendar(int days, Words words) {
        return days == 0 ? words.say("project.slip.none") : say("project.slip.", days, words);
    }

    /** The same in the working days of the site; nothing to tell where it is none. */
    static String working(int days, Words words) {
        return days == 0 ? words.say("words.none") : say("project.slip.working.", days, words);
    }

    /** Both: {@code +12 days (+8 working days)}. */
    static String both(int days, int workingDays, Words words) {
        return workingDays == 0
                ? calendar(days, words)
                : words.say(
                        "project.slip.both", "calendar", calendar(days, words), "working", working(workingDays, words));
    }

    /** The class in the sheet of a slip. */
    static String tone(int days) {
        return days > 0 ? "late" : "soon";
    }

    private static String say(String key, int days, Words words) {
        return words.texts().say(key + (days > 0 ? "late" : "early"), Map.of("days", Math.abs(days)));
    }
}
