package tranche.milestones.milestone.domain;

import static tranche.milestones.milestone.domain.Sites.BASELINE;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.MAYA;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.SECOND;
import static tranche.milestones.milestone.domain.Sites.SUE;
import static tranche.milestones.milestone.domain.Sites.THIRD;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.VERA;
import static tranche.milestones.milestone.domain.Sites.VIC;
import static tranche.milestones.milestone.domain.Sites.aSite;
import static tranche.milestones.milestone.domain.Sites.changePlan;
import static tranche.milestones.milestone.domain.Sites.claim;
import static tranche.milestones.milestone.domain.Sites.confirm;
import static tranche.milestones.milestone.domain.Sites.content;
import static tranche.milestones.milestone.domain.Sites.duration;
import static tranche.milestones.milestone.domain.Sites.evidence;
import static tranche.milestones.milestone.domain.Sites.motion;
import static tranche.milestones.milestone.domain.Sites.plan;
import static tranche.milestones.milestone.domain.Sites.rebaseline;
import static tranche.milestones.milestone.domain.Sites.reject;
import static tranche.milestones.milestone.domain.Sites.reschedule;
import static tranche.milestones.milestone.domain.Sites.start;
import static tranche.milestones.milestone.domain.Sites.verify;
import static tranche.milestones.milestone.domain.Sites.waiveFor;
import static tranche.milestones.milestone.domain.Sites.withdraw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.milestones.milestone.domain.MilestoneCommand.Plan;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.slip.domain.Link;
import tranche.values.actor.Actor;
import tranche.values.actor.Maker;
import tranche.values.register.ForeignIdentity;

/** A life of two milestones in which each kind of event happens. */
public final class Story {

    public static final Instant NOW = Sites.NOW;

    public static final Maker VERIFIER = VERA.asMaker();
    public static final Maker SECOND_VERIFIER = VIC.asMaker();
    public static final UUID CAUSE = new UUID(0, 77);
    public static final UUID TRANCHE = new UUID(0, 60);

    private Story() {}

    public static Site begin() {
        return aSite();
    }

    /** In their order, from the first. */
    public static List<MilestoneEvent> events() {
        List<MilestoneEvent> events = new ArrayList<>();
        Site site = begin();
        for (MilestoneCommand command : commands()) {
            for (MilestoneEvent event : Sites.events(site.decide(command, NOW))) {
                site = site.apply(event, NOW);
                events.add(event);
            }
        }
        MilestoneEvent due = new MilestoneEvent.DueSoon(SECOND, BASELINE, TODAY);
        events.add(due);
        site = site.apply(due, NOW);
        events.addAll(Sites.events(site.decide(confirm(SECOND, motion(Step.REMOVE)), NOW)));
        return events;
    }

    private static List<MilestoneCommand> commands() {
        Work after = new Work(5, List.of(new Link<>(FIRST, -2)), Optional.of(LocalDate.of(2026, 5, 1)));
        return List.of(
                plan(FIRST, 2),
                new Plan(
                        SECOND,
                        content(1, EvidenceKind.CERTIFICATE, EvidenceKind.PHOTO),
                        BASELINE,
                        after,
                        Optional.of(new ForeignIdentity("awards", "US-1/tool")),
                        Optional.empty(),
                        MAYA),
                plan(THIRD, 1),
                reschedule(FIRST, BASELINE.plusDays(10), SAM),
                new Reforecast(
                        FIRST,
                        BASELINE.plusDays(20),
                        TODAY,
                        List.of(CAUSE),
                        List.of(new Driving(SECOND, 12)),
                        Actor.SYSTEM),
                changePlan(FIRST, duration(10), MAYA),
                start(FIRST, SAM),
                claim(FIRST, SAM),
                withdraw(FIRST, SAM),
                claim(FIRST, SAM),
                evidence(FIRST, SUE, EvidenceKind.PHOTO),
                reject(FIRST, VERA),
                claim(FIRST, SAM),
                evidence(FIRST, SUE, EvidenceKind.PHOTO, EvidenceKind.INVOICE),
                confirm(FIRST, waiveFor(TRANCHE)),
                confirm(FIRST, motion(Step.REVOKE_WAIVER)),
                confirm(THIRD, motion(Step.WAIVE)),
                verify(FIRST, VERA),
                verify(FIRST, VIC),
                confirm(FIRST, motion(Step.REVOKE_VERIFICATION)),
                confirm(FIRST, rebaseline(BASELINE.plusDays(30))),
                confirm(THIRD, motion(Step.SUPERSEDE)));
    }
}
