package tranche.portal.timeline.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** What is done to a milestone on its page: who may, and in which states it is offered (domain §2.5). */
public enum Doing {
    CLAIM("claim", Role.SITE_REPORTER),
    START("start", Role.SITE_REPORTER, Role.FUND_MANAGER),
    RESCHEDULE("reschedule", Role.SITE_REPORTER, Role.FUND_MANAGER),
    SUBMIT_EVIDENCE("evidence", Role.SITE_REPORTER),
    WITHDRAW_CLAIM("withdraw-claim", Role.SITE_REPORTER),
    VERIFY("verification", Role.VERIFIER),
    REJECT("rejection", Role.VERIFIER);

    private final String command;
    private final Set<Role> roles;

    Doing(String command, Role... roles) {
        this.command = command;
        this.roles = Set.of(roles);
    }

    /** The one with this command; empty where there is none. */
    public static Optional<Doing> of(String command) {
        return Arrays.stream(values())
                .filter(doing -> doing.command.equals(command))
                .findFirst();
    }

    /** The command's name in addresses, as the service calls it too. */
    public String command() {
        return command;
    }

    /**
     * Whether it is offered: the milestone's state admits it, the reader holds a role that may, and nothing is known for
     * which it would be refused. The service knows more and decides.
     */
    public boolean isOffered(Milestone milestone, Actor reader) {
        return isAdmitted(milestone) && isFor(milestone, reader);
    }

    private boolean isFor(Milestone milestone, Actor reader) {
        return reader.access().holds(roles, milestone.scope())
                && switch (this) {
                    case VERIFY -> Hand.of(milestone, reader).isEmpty();
                    case WITHDRAW_CLAIM -> milestone.isBy(ChangeKind.MILESTONE_CLAIMED, reader);
                    case CLAIM, START, RESCHEDULE, SUBMIT_EVIDENCE, REJECT -> true;
                };
    }

    private boolean isAdmitted(Milestone milestone) {
        MilestoneState state = milestone.picture().state();
        return switch (this) {
            case START -> state == MilestoneState.PLANNED;
            case CLAIM -> isAhead(state) || state == MilestoneState.WAIVED;
            case RESCHEDULE -> isAhead(state);
            case SUBMIT_EVIDENCE, WITHDRAW_CLAIM, REJECT ->
                state == MilestoneState.CLAIMED || state == MilestoneState.EVIDENCE_SUBMITTED;
            case VERIFY ->
                (state == MilestoneState.EVIDENCE_SUBMITTED || state == MilestoneState.VERIFIED)
                        && milestone.needed().isEmpty();
        };
    }

    /** Whether the site has yet to reach it: only then does a day that it states count. */
    private static boolean isAhead(MilestoneState state) {
        return state == MilestoneState.PLANNED
                || state == MilestoneState.IN_PROGRESS
                || state == MilestoneState.REJECTED;
    }
}
