package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.Sites.AUDITOR;
import static tranche.milestones.milestone.domain.Sites.BEN;
import static tranche.milestones.milestone.domain.Sites.DORA_WHO_DOES_ALL;
import static tranche.milestones.milestone.domain.Sites.MAYA;
import static tranche.milestones.milestone.domain.Sites.MAYA_AS_APPROVER;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.SAM;
import static tranche.milestones.milestone.domain.Sites.STRANGER;
import static tranche.milestones.milestone.domain.Sites.SUE;
import static tranche.milestones.milestone.domain.Sites.SUES_OTHER_ACCOUNT;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.VERA;
import static tranche.milestones.milestone.domain.Sites.VERAS_OTHER_ACCOUNT;
import static tranche.milestones.milestone.domain.Sites.VIC;
import static tranche.milestones.milestone.domain.Sites.aSite;
import static tranche.milestones.milestone.domain.Sites.changePlan;
import static tranche.milestones.milestone.domain.Sites.claim;
import static tranche.milestones.milestone.domain.Sites.content;
import static tranche.milestones.milestone.domain.Sites.duration;
import static tranche.milestones.milestone.domain.Sites.evidence;
import static tranche.milestones.milestone.domain.Sites.motion;
import static tranche.milestones.milestone.domain.Sites.person;
import static tranche.milestones.milestone.domain.Sites.rebaseline;
import static tranche.milestones.milestone.domain.Sites.reject;
import static tranche.milestones.milestone.domain.Sites.start;
import static tranche.milestones.milestone.domain.Sites.the;
import static tranche.milestones.milestone.domain.Sites.verify;
import static tranche.milestones.milestone.domain.Sites.withdraw;
import static tranche.milestones.milestone.domain.Sites.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import tranche.milestones.milestone.domain.MilestoneCommand.Confirm;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneCommand.RemindOfDue;
import tranche.milestones.milestone.domain.MilestoneEvent.Achieved;
import tranche.milestones.milestone.domain.MilestoneEvent.Advanced;
import tranche.milestones.milestone.domain.MilestoneEvent.BaselineApproved;
import tranche.milestones.milestone.domain.MilestoneEvent.Claimed;
import tranche.milestones.milestone.domain.MilestoneEvent.EvidenceSubmitted;
import tranche.milestones.milestone.domain.MilestoneEvent.ForecastChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.Slipped;
import tranche.milestones.milestone.domain.MilestoneEvent.VerificationRevoked;
import tranche.milestones.milestone.domain.MilestoneEvent.Verified;
import tranche.milestones.slip.domain.Link;
import tranche.milestones.slip.domain.Slip;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.decision.Decision;

/** What holds for the milestones of a site whatever its people do, in whatever order. */
class MilestoneProperties {

    private static final int MILESTONES = 2;

    /** By whom a step is tried: mostly by those who may, and by those who nearly may. */
    private static final List<Actor> AT_THE_SITE = List.of(SAM, SUE, SAM, DORA_WHO_DOES_ALL, SUE, VERA, MAYA);

    private static final List<Actor> VERIFYING = List.of(
            VERA,
            VIC,
            VERA,
            VIC,
            VERAS_OTHER_ACCOUNT,
            person(140, 102, Role.VERIFIER),
            person(141, 103, Role.VERIFIER),
            SUES_OTHER_ACCOUNT,
            DORA_WHO_DOES_ALL,
            SAM);

    private static final List<Actor> MANAGING = List.of(MAYA, MAYA, SAM, AUDITOR, STRANGER);
    private static final List<Actor> CONFIRMING = List.of(BEN, DORA_WHO_DOES_ALL, MAYA_AS_APPROVER, MAYA, AUDITOR);
    private static final List<Step> MOTIONS = List.of(
            Step.REBASELINE,
            Step.REVOKE_VERIFICATION,
            Step.WAIVE,
            Step.REVOKE_WAIVER,
            Step.REVOKE_VERIFICATION,
            Step.REBASELINE,
            Step.REVOKE_WAIVER,
            Step.REMOVE,
            Step.SUPERSEDE);

    /** One attempt of one person, at one moment. */
    record Attempt(int what, int which, int number, int who, int daysLater) {
        Actor one(List<Actor> people) {
            return people.get(who % people.size());
        }
    }

    @Property(tries = 400)
    void keep_their_promises_on_every_walk(@ForAll("walks") List<Attempt> walk, @ForAll boolean reportersAreKnown) {
        var trail = new Trail(reportersAreKnown);
        walk.forEach(trail::take);

        Statistics.label("walks on which something is achieved")
                .collect(trail.happened.stream().anyMatch(one -> one.event() instanceof Achieved))
                .coverage(share -> share.check(true).percentage(hundredths -> hundredths > 20));
    }

    @Property(tries = 200)
    void are_decided_and_applied_purely(@ForAll("walks") List<Attempt> walk) {
        var trail = new Trail(true);
        for (Attempt attempt : walk) {
            Optional<MilestoneCommand> command = command(trail.site, attempt);
            if (command.isPresent()) {
                Site before = trail.site;
                assertThat(before.decide(command.get(), trail.now)).isEqualTo(before.decide(command.get(), trail.now));
            }
            trail.take(attempt);
        }
        Site replayed = aSite();
        for (Stamped stamped : trail.happened) {
            replayed = replayed.apply(stamped.event(), stamped.at());
        }
        assertThat(replayed.milestones()).isEqualTo(trail.site.milestones());
    }

    @Provide
    Arbitrary<List<Attempt>> walks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(1, MILESTONES),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 55),
                        Arbitraries.integers().between(0, 2))
                .as(Attempt::new)
                .list()
                .ofMinSize(40)
                .ofMaxSize(100);
    }

    private record Stamped(MilestoneEvent event, Instant at) {}

    /** The command that an attempt comes to; ids are taken by whoever makes the milestone first. */
    private static Optional<MilestoneCommand> command(Site site, Attempt attempt) {
        MilestoneId id = Sites.milestone(attempt.which());
        MilestoneId other = Sites.milestone(1 + attempt.number() % MILESTONES);
        LocalDate day = TODAY.minusDays(30).plusDays(attempt.number());
        LocalDate reached = TODAY.plusDays(5).minusDays(attempt.number());
        boolean isNew = site.milestones().get(id).isEmpty();
        if (isNew) {
            return Optional.of(new MilestoneCommand.Plan(
                    id,
                    content(1 + attempt.number() % 2),
                    TODAY.plusDays(attempt.number()),
                    work(attempt.number()),
                    Optional.empty(),
                    Optional.empty(),
                    MAYA));
        }
        return Optional.of(
                switch (attempt.what()) {
                    case 0 -> changePlan(id, duration(attempt.number()), attempt.one(MANAGING));
                    case 1 ->
                        changePlan(
                                id,
                                new Work.Changes(
                                        Optional.empty(),
                                        Optional.of(List.of(new Link<>(other, attempt.number() - 30))),
                                        Optional.empty()),
                                attempt.one(MANAGING));
                    case 2 -> start(id, attempt.one(AT_THE_SITE));
                    case 3, 4, 5, 6 -> claim(id, reached, attempt.one(AT_THE_SITE));
                    case 7, 8, 9, 10 ->
                        evidence(id, attempt.one(AT_THE_SITE), EvidenceKind.values()[attempt.number() % 3]);
                    case 11, 12, 13, 14, 15 -> verify(id, reached, attempt.one(VERIFYING));
                    case 16 -> reject(id, attempt.one(VERIFYING));
                    case 17 -> withdraw(id, attempt.one(AT_THE_SITE));
                    case 18 ->
                        new MilestoneCommand.Reschedule(
                                id,
                                day.plusDays(40),
                                "as said",
                                Optional.empty(),
                                attempt.one(AT_THE_SITE),
                                OptionalLong.empty());
                    case 19, 20 ->
                        new Reforecast(
                                id,
                                day.plusDays(30),
                                day,
                                List.of(new UUID(0, attempt.number())),
                                List.of(),
                                Actor.SYSTEM);
                    case 21 -> new RemindOfDue(id, Actor.SYSTEM);
                    default -> {
                        Step step = MOTIONS.get(attempt.number() % MOTIONS.size());
                        Motion motion = step == Step.REBASELINE ? rebaseline(day.plusDays(20)) : motion(step);
                        yield new Confirm(id, motion, MAYA.asMaker(), attempt.one(CONFIRMING));
                    }
                });
    }

    /** A site on its way. */
    private static final class Trail {

        private Site site;
        private Instant now = NOW;
        private final List<Stamped> happened = new ArrayList<>();

        Trail(boolean reportersAreKnown) {
            Site one = aSite();
            site = reportersAreKnown
                    ? one
                    : new Site(one.project(), one.days(), one.milestones(), Map.of(), Set.of(), Map.of(), Map.of());
        }

        void take(Attempt attempt) {
            now = now.plus(Duration.ofDays(attempt.daysLater()));
            Optional<MilestoneCommand> command = command(site, attempt);
            if (command.isEmpty()
                    || !(site.decide(command.get(), now) instanceof Decision.Accepted<MilestoneEvent>(var events))) {
                return;
            }
            for (MilestoneEvent event : events) {
                Optional<Milestone> before = site.milestones().get(event.id());
                refuseAnInterestedVerifier(event, command.get().by());
                refuseOnePersonAlone(event, command.get().by());
                site = site.apply(event, now);
                happened.add(new Stamped(event, now));
                Milestone after = the(site, event.id());
                refuseGoingBack(before, after);
                addUp(event, after);
                countOnlyWhatIsVerified(after);
                keepTheOriginal(before, after);
            }
        }

        /** D-1: whoever claimed it, showed it or verified this claim never verifies it, by person. */
        private void refuseAnInterestedVerifier(MilestoneEvent event, Actor by) {
            if (!(event instanceof Verified verified)) {
                return;
            }
            boolean isOpen = true;
            for (Stamped earlier : happened.reversed()) {
                if (!earlier.event().id().equals(verified.id())) {
                    continue;
                }
                switch (earlier.event()) {
                    case Claimed claimed -> {
                        assertThat(by.isSamePersonAs(claimed.by())).isFalse();
                        isOpen = false;
                    }
                    case EvidenceSubmitted shown ->
                        assertThat(by.isSamePersonAs(shown.by())).isFalse();
                    case Verified one ->
                        assertThat(isOpen && by.isSamePersonAs(one.by())).isFalse();
                    default -> {}
                }
            }
            assertThat(site.reporters()).doesNotContainAnyElementsOf(by.accounts());
        }

        private static void refuseOnePersonAlone(MilestoneEvent event, Actor by) {
            switch (event) {
                case BaselineApproved approved ->
                    assertThat(by.isSamePersonAs(approved.proposedBy())).isFalse();
                case VerificationRevoked revoked ->
                    assertThat(by.isSamePersonAs(revoked.proposedBy())).isFalse();
                default -> {}
            }
        }

        private static void refuseGoingBack(Optional<Milestone> before, Milestone after) {
            before.ifPresent(last -> {
                assertThat(after.version().number()).isEqualTo(last.version().number() + 1);
                assertThat(after.version().effectiveDate())
                        .isAfterOrEqualTo(last.version().effectiveDate());
            });
        }

        /** D-35: a slip is the forecast less the baseline, wherever it is told. */
        private void addUp(MilestoneEvent event, Milestone after) {
            Lateness lateness = Lateness.of(after.baseline(), after.outlook().date(), site.days());
            Slip slip = lateness.slip();
            long days = after.outlook().date().toEpochDay()
                    - after.baseline().current().toEpochDay();
            assertThat(slip.calendarDays()).isEqualTo((int) days);
            assertThat(after.isSlipped()).isEqualTo(slip.isLate());
            assertThat(after.lateness()).isEqualTo(lateness);
            switch (event) {
                case ForecastChanged changed ->
                    assertThat(changed.lateness().slip()).isEqualTo(slip);
                case BaselineApproved approved ->
                    assertThat(approved.lateness().slip()).isEqualTo(slip);
                case Slipped slipped -> {
                    assertThat(slipped.slip()).isEqualTo(slip);
                    assertThat(slipped.previous().plusDays(slipped.moved().calendarDays()))
                            .isEqualTo(slipped.forecast());
                    assertThat(slipped.moved().isLate() && slip.isLate()).isTrue();
                }
                case Advanced advanced -> {
                    assertThat(advanced.slip()).isEqualTo(slip);
                    assertThat(advanced.previous().minusDays(advanced.moved().calendarDays()))
                            .isEqualTo(advanced.forecast());
                    assertThat(advanced.moved().isLate()).isTrue();
                }
                default -> {}
            }
        }

        /** What is claimed is never counted as verified, nor is what fewer have verified than its quorum asks. */
        private static void countOnlyWhatIsVerified(Milestone after) {
            long persons = after.standing().claim().stream()
                    .flatMap(claim -> claim.verifications().stream())
                    .map(one -> one.by().person())
                    .distinct()
                    .count();
            boolean verified = after.state() == MilestoneState.ACHIEVED;
            assertThat(after.isVerified()).isEqualTo(verified);
            assertThat(after.achievedDate().isPresent()).isEqualTo(verified);
            if (verified) {
                assertThat(persons).isEqualTo(after.content().quorum());
                assertThat(after.standing().claim().orElseThrow().evidence()).isNotEmpty();
                assertThat(after.hands().size()).isGreaterThan((int) persons);
            }
        }

        private static void keepTheOriginal(Optional<Milestone> before, Milestone after) {
            before.ifPresent(last -> assertThat(after.baseline().original())
                    .isEqualTo(last.baseline().original()));
        }
    }
}
