package tranche.commitments.drawdown.domain;

import java.util.Set;
import tranche.values.actor.Role;

/** What can be done to a call that exists, by whom, and in which states. */
public enum CallStep {
    EDIT("edit", Set.of(Role.FUND_MANAGER), Set.of(CallState.DRAFT)),
    APPROVE("approval", Set.of(Role.APPROVER), Set.of(CallState.DRAFT)),
    RETURN("return", Set.of(Role.FUND_MANAGER, Role.APPROVER), Set.of(CallState.DRAFT)),
    REOPEN("reopen", Set.of(Role.FUND_MANAGER, Role.APPROVER), Set.of(CallState.APPROVED)),
    ISSUE("issue", Set.of(Role.FUND_MANAGER), Set.of(CallState.APPROVED)),
    CANCEL("cancellation", Set.of(Role.FUND_MANAGER), Set.of(CallState.DRAFT, CallState.APPROVED)),
    REVERSE(
            "reversal",
            Set.of(Role.FUND_MANAGER),
            Set.of(CallState.ISSUED, CallState.PART_PAID, CallState.OVERDUE, CallState.PAID));

    private final String command;
    private final Set<Role> roles;
    private final Set<CallState> states;

    CallStep(String command, Set<Role> roles, Set<CallState> states) {
        this.command = command;
        this.roles = roles;
        this.states = states;
    }

    /** The command's name on the wire. */
    public String command() {
        return command;
    }

    /** Who may take the step: the holders of any of these roles. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether a call in the state admits the step (domain §2.2). */
    public boolean isAllowedIn(CallState state) {
        return states.contains(state);
    }
}
