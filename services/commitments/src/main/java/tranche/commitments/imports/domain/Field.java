package tranche.commitments.imports.domain;

import java.util.List;

/**
 * A field that a row can give.
 *
 * @param name of the resource's field
 * @param also other names that a column may have in its place
 * @param form how its cells are read
 * @param required whether every row needs it
 * @param currency the field that an amount's currency stands in; empty for all others
 */
public record Field(String name, List<String> also, Form form, boolean required, String currency) {

    /** How a cell is read. */
    public enum Form {
        TEXT,
        /** A whole number. */
        WHOLE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A plain decimal, whose currency stands in another field. */
        AMOUNT,
        /** The currency of the row's amounts: a part of them and no field of the resource. */
        CURRENCY,
        /** Another object, by its id, its external reference or its name. */
        REFERENCE
    }

    public Field {
        also = List.copyOf(also);
    }

    static Field needed(String name) {
        return new Field(name, List.of(), Form.TEXT, true, "");
    }

    static Field optional(String name) {
        return new Field(name, List.of(), Form.TEXT, false, "");
    }

    static Field optional(String name, Form form) {
        return new Field(name, List.of(), form, false, "");
    }

    static Field currency(String name) {
        return new Field(name, List.of(), Form.CURRENCY, true, "");
    }

    static Field reference(String name, String also) {
        return new Field(name, List.of(also), Form.REFERENCE, true, "");
    }

    static Field amount(String name, String currency, String... also) {
        return new Field(name, List.of(also), Form.AMOUNT, true, currency);
    }

    static Field optionalAmount(String name, String currency) {
        return new Field(name, List.of(), Form.AMOUNT, false, currency);
    }

    /** Whether a column of that name gives it. */
    boolean isCalled(String column) {
        return name.equals(column) || also.contains(column);
    }
}
