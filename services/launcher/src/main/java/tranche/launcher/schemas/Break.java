package tranche.launcher.schemas;

/**
 * One place where the schemas in force and a released one no longer understand each other.
 *
 * @param release the release that is broken, for instance {@code 0.1.0}
 * @param record full name of the event type
 * @param path names of the fields down to the place, joined by dots; {@code []} stands for an array's element, {@code
 *     {}} for a map's value; empty for the record itself
 * @param why a sentence for whoever made the change
 */
record Break(String release, String record, String path, Kind kind, String why) {

    /** What was done to the schema. */
    enum Kind {
        /** The event type is gone; events are kept for good, so readers still meet it. */
        RECORD_REMOVED,
        /** The field is gone or has another name. Avro lets an optional one go; its values would be lost. */
        FIELD_REMOVED,
        /** The field is new and has no default, so older events cannot be read. */
        FIELD_WITHOUT_DEFAULT,
        /** The type is another one, or a branch of the union came or went. */
        TYPE_CHANGED,
        /** The same bytes would mean another value: another logical type, precision or scale. */
        LOGICAL_TYPE_CHANGED,
        /** The enum's symbol is gone, so older events cannot be read. */
        SYMBOL_REMOVED,
        /** The enum's symbol is new and older readers have no default for it. */
        SYMBOL_ADDED,
        /** Avro itself refuses one of the two directions for a reason of its own. */
        UNREADABLE
    }

    @Override
    public String toString() {
        return "%s %s %s, against %s: %s".formatted(record, path.isEmpty() ? "(record)" : path, kind, release, why);
    }
}
