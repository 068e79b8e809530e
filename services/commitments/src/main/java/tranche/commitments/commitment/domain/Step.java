package tranche.commitments.commitment.domain;

import java.util.Set;
import tranche.values.actor.Role;

/** What can be done to a commitment that exists, by whom, and whether its makers are kept from it. */
public enum Step {
    EDIT("edit", Set.of(Role.FUND_MANAGER), false),
    SUBMIT("submission", Set.of(Role.FUND_MANAGER), false),
    RETURN("return", Set.of(Role.FUND_MANAGER, Role.APPROVER), false),
    ACCEPT("acceptance", Set.of(Role.APPROVER), true),
    APPROVE_TAKE_ON("take-on-approval", Set.of(Role.APPROVER), true),
    CANCEL("cancellation", Set.of(Role.FUND_MANAGER), false),
    /** Proposed; another person confirms it. */
    AMEND("amendments", Set.of(Role.FUND_MANAGER), false),
    /** Proposed; another person confirms it. */
    TRANSFER("transfer", Set.of(Role.FUND_MANAGER), false);

    private final String command;
    private final Set<Role> roles;
    private final boolean fourEyes;

    Step(String command, Set<Role> roles, boolean fourEyes) {
        this.command = command;
        this.roles = roles;
        this.fourEyes = fourEyes;
    }

    /** The command's name on the wire. */
    public String command() {
        return command;
    }

    /** Who may take the step: the holders of any of these roles. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether a second person must take it (rule D-1). */
    public boolean needsFourEyes() {
        return fourEyes;
    }
}
