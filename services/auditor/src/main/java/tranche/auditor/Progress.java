package tranche.auditor;

/** Is told how far the work is. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (_, _) -> {};

    /**
     * Called often, with rising numbers.
     *
     * @param checked how many things of the check were looked at
     */
    void at(Check check, long checked);
}
