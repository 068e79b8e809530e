package tranche.commitments.drawdown.domain;

import tranche.values.actor.Role;

/** What people can do to a tranche that exists, by whom, and whether its maker is kept from it. */
public enum TrancheStep {
    APPROVE("approval", Role.APPROVER, true),
    REDRAFT("redraft", Role.FUND_MANAGER, false),
    /** Proposed by one person, confirmed by another. */
    AMEND("amend", Role.FUND_MANAGER, false),
    /** Proposed by one person, confirmed by another. */
    CANCEL("cancel", Role.FUND_MANAGER, false);

    private final String command;
    private final Role role;
    private final boolean fourEyes;

    TrancheStep(String command, Role role, boolean fourEyes) {
        this.command = command;
        this.role = role;
        this.fourEyes = fourEyes;
    }

    /** The command's name on the wire. */
    public String command() {
        return command;
    }

    /** Who may take the step, or propose it. */
    public Role role() {
        return role;
    }

    /** Whether a second person must take it (rule D-1). */
    public boolean needsFourEyes() {
        return fourEyes;
    }
}
