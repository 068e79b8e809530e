package tranche.portal.figure.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * A figure of upright bars ({@code figure/bars.jte}); what the axis says stands left of {@link #AXIS}.
 *
 * @param name of it, for the hatching that belongs to it
 * @param finding what it shows, in a sentence
 * @param note what has to be said of the axis; empty where it starts at nothing
 */
public record BarFigure(
        String name,
        String finding,
        Optional<String> note,
        List<Line> lines,
        String foot,
        List<Bar> bars,
        String width) {

    private static final int AXIS_HUNDREDTHS = 15;

    /** Where the bars begin, wide enough for an amount on a phone. */
    public static final String AXIS = AXIS_HUNDREDTHS + "%";

    /** Fewer bars are no wider than so many would be. */
    private static final int LEAST_PLACES = 4;

    private static final BigDecimal ABOVE = new BigDecimal(5);

    /** What parts the lines of what is written below a bar. */
    private static final String PARTED = "\u00A0";

    /** The look of what is drawn in lines. */
    public static final String HATCHED = "hatched";

    /** A line across it. */
    public record Line(String y, String text) {}

    /**
     * A bar.
     *
     * @param x its place, from the left
     * @param over what is written above it, at {@code overY}
     * @param under what is written below it
     * @param outline what it was before; empty where that is the same
     */
    public record Bar(String x, String over, String overY, String under, List<Part> parts, Optional<Part> outline) {

        /** The first line below it: on a phone, a quarter and its year do not fit side by side. */
        public String name() {
            return under.contains(PARTED) ? under.substring(0, under.indexOf(PARTED)) : under;
        }

        /** The second one; empty where all stands in the first. */
        public String rest() {
            return under.contains(PARTED) ? under.substring(under.indexOf(PARTED) + 1) : "";
        }
    }

    /**
     * A part of a bar.
     *
     * @param look its class in the sheet
     * @param meaning of it with its amount, for whoever points at it
     */
    public record Part(String look, String y, String height, String meaning) {

        /** Whether it is drawn in lines. */
        public boolean hatched() {
            return look.equals(HATCHED);
        }
    }

    public BarFigure {
        lines = List.copyOf(lines);
        bars = List.copyOf(bars);
    }

    /** Of the whole, in pixels: a second line below the bars needs its room. */
    public int height() {
        return bars.stream().allMatch(bar -> bar.rest().isEmpty()) ? 216 : 230;
    }

    /** A part from one amount up to another, in whatever order they come. */
    public static Part part(String look, Money from, Money to, AmountScale scale, String meaning) {
        BigDecimal one = scale.y(from);
        BigDecimal other = scale.y(to);
        BigDecimal upper = one.min(other);
        return new Part(
                look,
                upper.toPlainString(),
                one.max(other).subtract(upper).max(BigDecimal.ONE).toPlainString(),
                meaning);
    }

    /** A figure of bars whose axis is said in a unit. */
    public static BarFigure of(
            String name,
            String finding,
            Optional<String> note,
            AmountScale scale,
            AmountUnit unit,
            List<Bar> bars,
            Words words) {
        return new BarFigure(
                name,
                finding,
                note,
                scale.lines().stream()
                        .map(line -> new Line(
                                line.y(),
                                line.amount().isZero() ? "0" : words.money().brief(line.amount(), unit)))
                        .toList(),
                AmountScale.foot(),
                bars,
                percent(place(bars.size())));
    }

    /** The place of a bar, from 1. */
    public static String x(int place, int bars) {
        return percent(place(bars).multiply(BigDecimal.valueOf(place - 1L)).add(BigDecimal.valueOf(AXIS_HUNDREDTHS)));
    }

    /** The place of what is written over an amount. */
    public static String over(Money highest, AmountScale scale) {
        return scale.y(highest).subtract(ABOVE).toPlainString();
    }

    /** The width of each of so many places. */
    private static BigDecimal place(int bars) {
        return BigDecimal.valueOf(100L - AXIS_HUNDREDTHS)
                .divide(BigDecimal.valueOf(Math.max(bars, LEAST_PLACES)), 3, RoundingMode.DOWN);
    }

    private static String percent(BigDecimal hundredths) {
        return hundredths.stripTrailingZeros().toPlainString() + "%";
    }
}
