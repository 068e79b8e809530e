package tranche.auditor;

/**
 * Something that does not hold.
 *
 * @param table with its database before a point, or the topic
 * @param id of the row, or where a record lies
 */
public record Finding(Check check, String table, String id, String expected, String found) {

    @Override
    public String toString() {
        return table + " " + id + ": expected " + expected + ", found " + found;
    }
}
