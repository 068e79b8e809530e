package tranche.commitments.proposal.domain;

import java.util.Locale;

/** The commands of this service that one person proposes and another confirms. */
public enum ProposedCommand {

    /** Writes the rows of a file; the proposal has the import's id. */
    IMPORT("import"),

    /** Changes a fund's cap, calendar or terms. */
    CHANGE_TERMS("fund");

    private final String subjectType;

    ProposedCommand(String subjectType) {
        this.subjectType = subjectType;
    }

    /** The name on the wire, for instance {@code change-terms}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the command is about, as the wire names it. */
    public String subjectType() {
        return subjectType;
    }
}
