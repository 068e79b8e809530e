package tranche.notifications.template;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tranche.notifications.Notifications;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.web.words.Sentences;

/**
 * What alerts say in one language: a title and a body for each type, ICU messages whose gaps are the notice's figures. They
 * lie in {@code tranche/notifications/texts/LANGUAGE/alerts.properties}. Of a count {@code n} a text may choose by its side,
 * {@code nSide} (EARLY below zero, ON, LATE), and name its size, {@code nSize}: nobody reads of minus seven days.
 */
public final class Templates {

    /** What a text chooses by where there is nothing to say. */
    static final String NONE = "none";

    /**
     * Figures that notices of a type did not have from the beginning, though their sentences choose by them: what was kept
     * before has nothing to say there.
     */
    private static final Map<AlertType, Map<String, Object>> LATER = Map.of(
            AlertType.CM_03, Map.of("share", NONE),
            AlertType.MS_05, Map.of("chain", NONE),
            AlertType.NT_01, Map.of("failure", NONE, "what", NONE),
            AlertType.TR_03, Map.of("condition", NONE, "others", 0, "why", NONE));

    private static final Map<Locale, Templates> LOADED = new ConcurrentHashMap<>();

    private final FigureWords words;
    private final Sentences sentences;

    private Templates(Locale language) {
        this.words = FigureWords.of(language);
        this.sentences = Sentences.read(Notifications.NAME, language, List.of("alerts"));
    }

    /** What an alert says. */
    public record Saying(String title, String body) {}

    /** The texts of a language: English or French. */
    public static Templates of(Locale locale) {
        return LOADED.computeIfAbsent(locale, Templates::new);
    }

    /**
     * The text of an alert.
     *
     * @param names what its figures call by an id; what is not among them is called by the id
     */
    public Saying say(AlertType type, Map<String, Figure> figures, Map<UUID, String> names) {
        Map<String, Object> gaps = new HashMap<>(LATER.getOrDefault(type, Map.of()));
        figures.forEach((gap, figure) -> {
            gaps.put(gap, words.of(figure, names));
            if (figure instanceof Figure.Count(int number)) {
                gaps.put(gap + "Side", number < 0 ? "EARLY" : number > 0 ? "LATE" : "ON");
                gaps.put(gap + "Size", Math.abs(number));
            }
        });
        return new Saying(sentences.say(type.code() + ".title", gaps), sentences.say(type.code() + ".body", gaps));
    }
}
