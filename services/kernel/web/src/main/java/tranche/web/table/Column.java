package tranche.web.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tranche.values.money.Money;

/**
 * A column of a list that leaves as CSV or as a spreadsheet.
 *
 * @param name at the head of the column: in the API a field's name, so that what was taken out can be imported
 * @param cell of a row
 * @param <T> a row
 */
public record Column<T>(String name, Function<T, Cell> cell) {

    /** What somebody has typed in, or what is shown as it is: never read as a formula. */
    public static <T> Column<T> text(String name, Function<T, Optional<String>> value) {
        return of(name, value, Cell.Text::new);
    }

    public static <T> Column<T> id(String name, Function<T, Optional<UUID>> value) {
        return of(name, value, id -> new Cell.Plain(id.toString()));
    }

    /** A constant, shown by its name. */
    public static <T> Column<T> code(String name, Function<T, ? extends Enum<?>> value) {
        return new Column<>(name, row -> new Cell.Plain(value.apply(row).name()));
    }

    /** The value of an amount; its currency has a column of its own. */
    public static <T> Column<T> amount(String name, Function<T, Optional<Money>> value) {
        return of(name, value, Cell.Amount::new);
    }

    public static <T> Column<T> currency(String name, Function<T, Optional<Money>> value) {
        return of(name, value, money -> new Cell.Plain(money.currency().code()));
    }

    public static <T> Column<T> date(String name, Function<T, Optional<LocalDate>> value) {
        return of(name, value, Cell.Day::new);
    }

    public static <T> Column<T> instant(String name, Function<T, Optional<Instant>> value) {
        return of(name, value, Cell.Moment::new);
    }

    public static <T> Column<T> whole(String name, Function<T, Optional<Long>> value) {
        return of(name, value, Cell.Whole::new);
    }

    public static <T> Column<T> flag(String name, Function<T, Optional<Boolean>> value) {
        return of(name, value, flag -> new Cell.Plain(flag.toString()));
    }

    private static <T, V> Column<T> of(String name, Function<T, Optional<V>> value, Function<V, Cell> cell) {
        return new Column<>(name, row -> value.apply(row).<Cell>map(cell).orElse(Cell.EMPTY));
    }
}
