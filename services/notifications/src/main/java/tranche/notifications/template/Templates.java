package tranche.notifications.template;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tranche.notifications.Notifications;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.TrailStep;
import tranche.web.words.Sentences;

/**
 * What alerts say in one language: a title and a body for each type, ICU messages whose gaps are the notice's figures. They
 * lie in {@code tranche/notifications/texts/LANGUAGE/alerts.properties}, the words that figures need in
 * {@code figures.properties}. Of a count {@code n} a text may choose by its side, {@code nSide} (EARLY below zero, ON, LATE), and
 * name its size, {@code nSize}: nobody reads of minus seven days.
 */
public final class Templates {

    private static final Map<Locale, Templates> LOADED = new ConcurrentHashMap<>();

    private final FigureWords words;
    private final Sentences sentences;

    private Templates(Locale language) {
        this.sentences = Sentences.read(Notifications.NAME, language, List.of("alerts", "figures", "facts", "trail"));
        this.words = FigureWords.of(sentences);
    }

    /** What an alert says. */
    public record Saying(String title, String body) {}

    /**
     * A figure that stands out beside the text.
     *
     * @param gap that it fills in the text, too
     * @param name what people call it
     */
    public record Fact(String gap, String name, String value) {}

    /** The texts of a language: English or French. */
    public static Templates of(Locale locale) {
        return LOADED.computeIfAbsent(locale, Templates::new);
    }

    /** Figures in the language, for other texts about what alerts say. */
    public FigureWords figures() {
        return words;
    }

    /**
     * The text of an alert.
     *
     * @param names what its figures call by an id; what is not among them is called by the id
     */
    public Saying say(AlertType type, Map<String, Figure> figures, Map<UUID, String> names) {
        Map<String, Object> gaps = new HashMap<>(Later.of(type));
        figures.forEach((gap, figure) -> fill(gaps, gap, filled(type, gap, figure, names)));
        return new Saying(sentences.say(type.code() + ".title", gaps), sentences.say(type.code() + ".body", gaps));
    }

    /** The figures that stand out, as far as the alert has them. */
    public List<Fact> facts(AlertType type, Map<String, Figure> figures) {
        return Facts.of(type).stream()
                .filter(figures::containsKey)
                .map(gap -> new Fact(
                        gap,
                        sentences.say("fact." + type.code() + "." + gap),
                        String.valueOf(words.of(Objects.requireNonNull(figures.get(gap)), Map.of()))))
                .filter(fact -> !fact.value().equals(Later.NONE))
                .toList();
    }

    /** What a step on the way to an alert is called, of so many objects. */
    public String step(TrailStep step, int count) {
        return sentences.say("trail." + step.name(), Map.of("count", count));
    }

    private Object filled(AlertType type, String gap, Figure figure, Map<UUID, String> names) {
        return figure instanceof Figure.Repeated(List<Map<String, Figure>> each) && !each.isEmpty()
                ? each.stream()
                        .map(one -> repeated(type.code() + "." + gap, one, names))
                        .collect(Collectors.joining(" "))
                : words.of(figure, names);
    }

    private String repeated(String key, Map<String, Figure> one, Map<UUID, String> names) {
        Map<String, Object> gaps = new HashMap<>();
        one.forEach((gap, figure) -> fill(gaps, gap, words.of(figure, names)));
        return sentences.say(key, gaps);
    }

    private static void fill(Map<String, Object> gaps, String gap, Object value) {
        gaps.put(gap, value);
        if (value instanceof Integer number) {
            gaps.put(gap + "Side", number < 0 ? "EARLY" : number > 0 ? "LATE" : "ON");
            gaps.put(gap + "Size", Math.abs(number));
        }
    }
}
