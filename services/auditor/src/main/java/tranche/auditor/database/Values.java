package tranche.auditor.database;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of columns: compared by what they mean, and told as text. */
public final class Values {

    /** Enough of a long value to tell it from another. */
    private static final int MOST_SHOWN = 300;

    private Values() {}

    /** What differs between two rows. */
    public record Difference(String expected, String found) {}

    /**
     * Compares the columns that are expected; what else the row has is not looked at.
     *
     * @return empty where all are equal
     */
    public static Optional<Difference> compare(
            Map<String, ? extends @Nullable Object> expected, Map<String, ? extends @Nullable Object> found) {
        List<String> wanted = new ArrayList<>();
        List<String> had = new ArrayList<>();
        expected.forEach((column, value) -> {
            Object other = found.get(column);
            if (!same(value, other)) {
                wanted.add(column + " " + text(value));
                had.add(column + " " + text(other));
            }
        });
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference(String.join(", ", wanted), String.join(", ", had)));
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return (one instanceof BigDecimal amount && other instanceof BigDecimal otherAmount)
                ? amount.compareTo(otherAmount) == 0
                : one.equals(other);
    }

    /** A value as people read it. */
    public static String text(@Nullable Object value) {
        String text = switch (value) {
            case null -> "none";
            case BigDecimal amount -> amount.toPlainString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Collection<?> list -> list.stream().map(Values::text).toList().toString();
            default -> value.toString();
        };
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
    }
}
