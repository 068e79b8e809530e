package tranche.milestones.milestone.domain;

import java.util.Set;
import tranche.values.actor.Role;

/** What can be done to a milestone that exists, and who may do it, or propose it where another confirms (domain §2.5). */
public enum Step {
    CHANGE_PLAN("change-plan", Role.FUND_MANAGER),
    START("start", Role.SITE_REPORTER, Role.FUND_MANAGER),
    CLAIM("claim", Role.SITE_REPORTER),
    SUBMIT_EVIDENCE("evidence", Role.SITE_REPORTER),
    VERIFY("verification", Role.VERIFIER),
    REJECT("rejection", Role.VERIFIER),
    WITHDRAW_CLAIM("withdraw-claim", Role.SITE_REPORTER),
    RESCHEDULE("reschedule", Role.SITE_REPORTER, Role.FUND_MANAGER),
    REBASELINE("rebaseline", Role.FUND_MANAGER),
    REVOKE_VERIFICATION("revoke-verification", Role.FUND_MANAGER, Role.VERIFIER),
    WAIVE("waiver", Role.FUND_MANAGER),
    REVOKE_WAIVER("revoke-waiver", Role.FUND_MANAGER),
    REMOVE("remove", Role.FUND_MANAGER),
    SUPERSEDE("supersede", Role.FUND_MANAGER);

    private final String command;
    private final Set<Role> roles;

    Step(String command, Role... roles) {
        this.command = command;
        this.roles = Set.of(roles);
    }

    /** The command's name on the wire. */
    public String command() {
        return command;
    }

    /** Who may take the step: the holders of any of these roles. */
    public Set<Role> roles() {
        return roles;
    }
}
