package tranche.commitments.commitment.domain;

import tranche.values.actor.Role;

/** What can be done to a closing that exists, by whom, and whether its makers are kept from it. */
public enum ClosingStep {
    APPROVE("approval", Role.APPROVER, true),
    CANCEL("cancellation", Role.FUND_MANAGER, false);

    private final String command;
    private final Role role;
    private final boolean fourEyes;

    ClosingStep(String command, Role role, boolean fourEyes) {
        this.command = command;
        this.role = role;
        this.fourEyes = fourEyes;
    }

    /** The command's name on the wire. */
    public String command() {
        return command;
    }

    /** Who may take the step. */
    public Role role() {
        return role;
    }

    /** Whether a second person must take it (rule D-1). */
    public boolean needsFourEyes() {
        return fourEyes;
    }
}
