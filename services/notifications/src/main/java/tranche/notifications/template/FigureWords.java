package tranche.notifications.template;

import com.ibm.icu.text.ListFormatter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tranche.notifications.notice.domain.Figure;
import tranche.values.money.Money;
import tranche.web.words.Sentences;

/**
 * Figures as people read them: an amount to its minor unit with the code of its currency, for an alert stands alone and
 * names no page's currency; a day never in digits alone.
 */
public final class FigureWords {

    /** What stands in the gap of several names where there are none: the sentence chooses by it. */
    public static final String NONE = Later.NONE;

    private static final char NARROW = '\u202F';
    private static final char NO_BREAK = '\u00A0';
    private static final String MINUS = "\u2212";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHARE_DECIMALS = 2;

    private final Locale locale;
    private final boolean french;

    /** A sentence names no more of several; the others are counted. */
    private static final int MOST_NAMED = 5;

    private final Sentences sentences;

    private FigureWords(Sentences sentences) {
        this.sentences = sentences;
        this.locale = sentences.language();
        this.french = locale.equals(Locale.FRENCH);
    }

    /** @param sentences of the language, with the words that figures need */
    static FigureWords of(Sentences sentences) {
        return new FigureWords(sentences);
    }

    /** What stands in the gap: a number where the text counts by it, otherwise a text. */
    public Object of(Figure figure, Map<UUID, String> names) {
        return switch (figure) {
            case Figure.Amount(Money money) -> amount(money);
            case Figure.Share(Money part, Money whole) -> share(part, whole);
            case Figure.Day(LocalDate date) -> day(date);
            case Figure.Count(int number) -> number;
            case Figure.Words(String text) -> text;
            case Figure.Named(UUID id) -> name(id, names);
            case Figure.AllNamed(List<UUID> ids) ->
                several(ids.stream().map(id -> name(id, names)).toList());
            case Figure.Codes(List<String> codes) ->
                several(codes.stream().map(sentences::say).toList());
            // Its reader may not see the name: the sentence says that there is somebody.
            case Figure.Party _ -> Later.NONE;
            // Each of them has a sentence of its own.
            case Figure.Repeated _ -> Later.NONE;
        };
    }

    private static String name(UUID id, Map<UUID, String> names) {
        return names.getOrDefault(id, id.toString());
    }

    /** {@code Shell and Tools}, {@code Shell, Tools et 3 autres}; the word for nothing where there are none. */
    private String several(List<String> all) {
        if (all.isEmpty()) {
            return Later.NONE;
        }
        List<String> said = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_NAMED)));
        if (said.size() < all.size()) {
            said.add(sentences.say("others", Map.of("count", all.size() - said.size())));
        }
        return ListFormatter.getInstance(locale).format(said);
    }

    /** {@code USD 1,250.00}, {@code 1 250,00 USD}. */
    private String amount(Money money) {
        int decimals = money.isWholeMinorUnits() ? money.currency().minorUnits() : Money.SCALE;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(french ? NARROW : ',');
        symbols.setDecimalSeparator(french ? ',' : '.');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String figure = (money.value().signum() < 0 ? MINUS : "")
                + format.format(money.value().abs().setScale(decimals, RoundingMode.UNNECESSARY));
        String code = money.currency().code();
        return french ? figure + NO_BREAK + code : code + NO_BREAK + figure;
    }

    /** {@code 12.35%}, {@code 12,35 %}: of the exact ratio, rounded once, half up. */
    private String share(Money part, Money whole) {
        String percent = part.value()
                .multiply(HUNDRED)
                .divide(whole.value(), SHARE_DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
        return french ? percent.replace('.', ',') + NARROW + "%" : percent + "%";
    }

    /** {@code 15 Dec 2025}, {@code 15 déc. 2025}, {@code 1er janv. 2026}. */
    private String day(LocalDate date) {
        String number = french && date.getDayOfMonth() == 1 ? "1er" : Integer.toString(date.getDayOfMonth());
        return number + NO_BREAK + date.getMonth().getDisplayName(TextStyle.SHORT, locale) + NO_BREAK + date.getYear();
    }
}
