package tranche.milestones.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tranche.milestones.milestone.domain.Evidence;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.MilestoneCommand;
import tranche.milestones.milestone.domain.MilestoneContent;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.MilestoneKind;
import tranche.milestones.milestone.domain.Motion;
import tranche.milestones.milestone.domain.Work;
import tranche.milestones.slip.domain.Link;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** What people ask of milestones in the tests of plans. */
public final class Orders {

    static final Actor MANAGER = anybody(Role.FUND_MANAGER);
    private static final Actor REPORTER = anybody(Role.SITE_REPORTER);
    private static final Actor VERIFIER = anybody(Role.VERIFIER);
    private static final Actor APPROVER = anybody(Role.APPROVER);

    private Orders() {}

    private static Actor anybody(Role role) {
        return new Actor(UUID.randomUUID(), UUID.randomUUID(), new Access(List.of(new Grant(role, Scope.DEPLOYMENT))));
    }

    /** A command that plans a milestone. */
    @SafeVarargs
    public static MilestoneCommand planned(
            MilestoneId id, int durationDays, LocalDate baseline, Link<MilestoneId>... links) {
        return planned(id, durationDays, baseline, List.of(links));
    }

    public static MilestoneCommand planned(
            MilestoneId id, int durationDays, LocalDate baseline, List<Link<MilestoneId>> links) {
        return new MilestoneCommand.Plan(
                id,
                new MilestoneContent("Step", MilestoneKind.CONSTRUCTION, List.of(), 1, Optional.empty()),
                baseline,
                new Work(durationDays, links, Optional.empty()).inOrder(),
                Optional.empty(),
                Optional.empty(),
                MANAGER);
    }

    public static MilestoneCommand taking(MilestoneId id, int durationDays) {
        return changed(id, new Work.Changes(Optional.of(durationDays), Optional.empty(), Optional.empty()));
    }

    @SafeVarargs
    public static MilestoneCommand following(MilestoneId id, Link<MilestoneId>... links) {
        return following(id, List.of(links));
    }

    public static MilestoneCommand following(MilestoneId id, List<Link<MilestoneId>> links) {
        return changed(id, new Work.Changes(Optional.empty(), Optional.of(links), Optional.empty()));
    }

    private static MilestoneCommand changed(MilestoneId id, Work.Changes changes) {
        return new MilestoneCommand.ChangePlan(id, changes, Optional.empty(), MANAGER, OptionalLong.empty());
    }

    public static MilestoneCommand stated(MilestoneId id, LocalDate on) {
        return new MilestoneCommand.Reschedule(
                id, on, "the crane is late", Optional.empty(), MANAGER, OptionalLong.empty());
    }

    /** What a second person confirms: the milestone leaves the plan. */
    public static MilestoneCommand removed(MilestoneId id) {
        return new MilestoneCommand.Confirm(
                id, new Motion.Remove("out of scope", Optional.empty()), MANAGER.asMaker(), APPROVER);
    }

    /** What the site and a verifier do until the milestone is achieved. */
    public static List<MilestoneCommand> achieved(MilestoneId id, LocalDate on) {
        var photo = new Evidence(UUID.randomUUID(), EvidenceKind.PHOTO, "ab".repeat(32), 1, "image/jpeg");
        return List.of(
                new MilestoneCommand.Claim(id, on, Optional.empty(), REPORTER, OptionalLong.empty()),
                new MilestoneCommand.SubmitEvidence(
                        id, List.of(photo), Optional.empty(), REPORTER, OptionalLong.empty()),
                new MilestoneCommand.Verify(id, on, "seen", Optional.empty(), VERIFIER, OptionalLong.empty()));
    }
}
