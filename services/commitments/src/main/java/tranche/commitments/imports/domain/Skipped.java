package tranche.commitments.imports.domain;

/** A row that was passed over, which is no error. */
public record Skipped(int line, Reason reason) {

    /** Why. The catalogue has the words. */
    public enum Reason {
        /** The file has a later row about the same thing. */
        OLDER_REPORT,
        /** The file has the same row before. */
        REPEATED_ROW,
        /** What it says was imported before. */
        ALREADY_IMPORTED;

        /** The code in the catalogue. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
