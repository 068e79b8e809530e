package tranche.notifications.email;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.template.FigureWords;
import tranche.notifications.template.Templates;
import tranche.values.money.Money;

/**
 * The words of a sheet in one language: its sentences, and figures as people read them.
 *
 * @param names of all that the alerts speak of
 */
record SheetWords(LetterWords words, FigureWords figures, Map<UUID, String> names) {

    /** What a sentence that chooses by a text knows as nothing. */
    static final String NONE = FigureWords.NONE;

    static SheetWords of(Locale language, Map<UUID, String> names) {
        return new SheetWords(LetterWords.of(language), Templates.of(language).figures(), names);
    }

    String say(String key) {
        return words.say(key);
    }

    String say(String key, Map<String, ?> gaps) {
        return words.say(key, gaps);
    }

    String name(UUID id) {
        return word(new Figure.Named(id));
    }

    /** The word for nothing where there are none. */
    String names(List<UUID> ids) {
        return word(new Figure.AllNamed(ids));
    }

    String day(LocalDate date) {
        return word(new Figure.Day(date));
    }

    String amount(Money money) {
        return word(new Figure.Amount(money));
    }

    private String word(Figure figure) {
        return figures.of(figure, names).toString();
    }
}
