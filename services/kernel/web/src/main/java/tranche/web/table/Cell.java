package tranche.web.table;

import java.time.Instant;
import java.time.LocalDate;
import tranche.values.money.Money;
import tranche.web.json.JsonValues;

/** One value of a table. */
public sealed interface Cell {

    Cell EMPTY = new Plain("");

    /** The value as a CSV file has it, before quoting. */
    String csv();

    /** Free text, which a spreadsheet might take for a formula. */
    record Text(String value) implements Cell {
        @Override
        public String csv() {
            return Formulas.defuse(value);
        }
    }

    /** Text of our own making: an id, a code, a constant. */
    record Plain(String value) implements Cell {
        @Override
        public String csv() {
            return value;
        }
    }

    record Amount(Money value) implements Cell {
        @Override
        public String csv() {
            return value.plain();
        }
    }

    record Whole(long value) implements Cell {
        @Override
        public String csv() {
            return Long.toString(value);
        }
    }

    record Day(LocalDate value) implements Cell {
        @Override
        public String csv() {
            return value.toString();
        }
    }

    record Moment(Instant value) implements Cell {
        @Override
        public String csv() {
            return JsonValues.instant(value);
        }
    }
}
