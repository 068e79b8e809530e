package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tranche.milestones.programme.domain.ProgrammeId;
import tranche.milestones.project.domain.Location;
import tranche.milestones.project.domain.Project;
import tranche.milestones.project.domain.ProjectContent;
import tranche.milestones.project.domain.ProjectId;
import tranche.milestones.project.domain.ProjectKind;
import tranche.milestones.project.domain.ProjectState;
import tranche.milestones.slip.domain.Link;
import tranche.milestones.tranche.domain.Tranche;
import tranche.milestones.tranche.domain.TrancheState;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.country.Country;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/** People, sites and milestones that the examples speak of. */
final class Sites {

    /** A Tuesday evening in London: already Wednesday in Abu Dhabi. */
    static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");

    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    /** Good Friday and Easter Monday are not worked. */
    static final WorkingDays DAYS = WorkingDays.of(
            Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)));

    static final LocalDate PROJECT_START = LocalDate.of(2026, 1, 5);
    static final LocalDate BASELINE = LocalDate.of(2026, 6, 30);

    static final ProgrammeId PROGRAMME = new ProgrammeId(id(1));
    static final ProjectId PROJECT = new ProjectId(id(2));
    static final ProjectId NEXT_DOOR = new ProjectId(id(3));

    static final MilestoneId FIRST = milestone(1);
    static final MilestoneId SECOND = milestone(2);
    static final MilestoneId THIRD = milestone(3);

    static final Actor MAYA = person(100, 100, Role.FUND_MANAGER);
    static final Actor BEN = person(101, 101, Role.APPROVER);
    static final Actor SAM = person(102, 102, Role.SITE_REPORTER);
    static final Actor SUE = person(103, 103, Role.SITE_REPORTER);
    static final Actor VERA = person(104, 104, Role.VERIFIER);
    static final Actor VIC = person(105, 105, Role.VERIFIER);
    static final Actor AUDITOR = person(108, 108, Role.AUDITOR);
    static final Actor STAKEHOLDER = person(110, 110, Role.STAKEHOLDER);
    static final Actor STRANGER = new Actor(id(109), id(109), Access.NONE);
    static final Actor MAYA_AS_APPROVER = person(111, 100, Role.APPROVER);
    static final Actor VERAS_OTHER_ACCOUNT = person(106, 104, Role.VERIFIER);

    /** A verifier's account of somebody who reports from the site under another. */
    static final Actor SUES_OTHER_ACCOUNT =
            new Actor(id(107), id(117), Set.of(id(107), SUE.account()), access(Role.VERIFIER));

    static final Actor DORA_WHO_DOES_ALL =
            new Actor(id(112), id(112), access(Role.FUND_MANAGER, Role.APPROVER, Role.SITE_REPORTER, Role.VERIFIER));

    static final UUID FUND = id(120);

    /** What rests on the first milestone. */
    static final List<Tranche> WAITING = List.of(
            tranche(new UUID(0, 60), TrancheState.OPEN),
            tranche(new UUID(0, 61), TrancheState.OPEN),
            tranche(id(7), TrancheState.OPEN));

    private Sites() {}

    static UUID id(long number) {
        return new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static MilestoneId milestone(long number) {
        return new MilestoneId(id(1_000 + number));
    }

    private static Access access(Role... roles) {
        return new Access(
                Stream.of(roles).map(role -> new Grant(role, Scope.DEPLOYMENT)).toList());
    }

    static Actor person(long account, long person, Role role) {
        return new Actor(id(account), id(person), access(role));
    }

    static Site aSite() {
        return aSite(ProjectState.ACTIVE);
    }

    static Site aSite(ProjectState state) {
        var content = new ProjectContent(
                "Fab 1",
                ProjectKind.FAB,
                "GB-LND",
                new Country("GB"),
                Optional.of(new Location(new BigDecimal("51.5"), new BigDecimal("-0.1"))),
                Optional.empty(),
                Optional.of(PROJECT_START),
                false,
                Optional.empty());
        var project = new Project(
                PROJECT,
                PROGRAMME,
                content,
                ZoneId.of("Europe/London"),
                PROJECT_START,
                state,
                Optional.empty(),
                Optional.empty(),
                MAYA.asMaker(),
                Version.first(PROJECT_START, NOW));
        return new Site(
                Optional.of(project),
                DAYS,
                Shelf.empty(),
                Map.of(),
                Set.of(SAM.account(), SUE.account(), DORA_WHO_DOES_ALL.account()),
                Map.of(),
                Map.of(FIRST, new Resting(WAITING)));
    }

    static Site withNeighbour(Site site, MilestoneId id, Neighbour neighbour) {
        Map<MilestoneId, Neighbour> more = new HashMap<>(site.neighbours());
        more.put(id, neighbour);
        return new Site(
                site.project(), site.days(), site.milestones(), more, site.reporters(), site.known(), site.resting());
    }

    /** The same site with tranches that rest on the first milestone. */
    static Site resting(Site site, Tranche... tranches) {
        return new Site(
                site.project(),
                site.days(),
                site.milestones(),
                site.neighbours(),
                site.reporters(),
                site.known(),
                Map.of(FIRST, new Resting(List.of(tranches))));
    }

    /** A tranche that rests on the first milestone. */
    static Tranche tranche(UUID id, TrancheState state) {
        return new Tranche(id, PROGRAMME, FUND, "Shell " + id.getLeastSignificantBits(), state, Set.of(FIRST.value()));
    }

    /** A milestone of another project of the programme. */
    static Neighbour nextDoor(LocalDate finish, MilestoneId... follows) {
        return new Neighbour(PROGRAMME, NEXT_DOOR, Optional.of(finish), List.of(follows));
    }

    static MilestoneContent content(int quorum, EvidenceKind... required) {
        return new MilestoneContent(
                "First tool moved in", MilestoneKind.TOOL_INSTALL, List.of(required), quorum, Optional.empty());
    }

    static Work work(int durationDays, MilestoneId... after) {
        return new Work(
                durationDays,
                Stream.of(after).map(before -> new Link<>(before, 0)).toList(),
                Optional.empty());
    }

    static MilestoneCommand.Plan plan(MilestoneId id, int quorum) {
        return plan(id, content(quorum), work(20));
    }

    static MilestoneCommand.Plan plan(MilestoneId id, MilestoneContent content, Work work) {
        return new MilestoneCommand.Plan(id, content, BASELINE, work, Optional.empty(), Optional.empty(), MAYA);
    }

    static MilestoneCommand.ChangePlan changePlan(MilestoneId id, Work.Changes changes, Actor by) {
        return new MilestoneCommand.ChangePlan(id, changes, Optional.empty(), by, OptionalLong.empty());
    }

    static Work.Changes duration(int days) {
        return new Work.Changes(Optional.of(days), Optional.empty(), Optional.empty());
    }

    static Work.Changes following(MilestoneId... others) {
        return new Work.Changes(
                Optional.empty(),
                Optional.of(
                        Stream.of(others).map(before -> new Link<>(before, 0)).toList()),
                Optional.empty());
    }

    static MilestoneCommand.Start start(MilestoneId id, Actor by) {
        return new MilestoneCommand.Start(id, Optional.empty(), by, OptionalLong.empty());
    }

    static MilestoneCommand.Claim claim(MilestoneId id, Actor by) {
        return claim(id, TODAY, by);
    }

    static MilestoneCommand.Claim claim(MilestoneId id, LocalDate claimed, Actor by) {
        return new MilestoneCommand.Claim(id, claimed, Optional.empty(), by, OptionalLong.empty());
    }

    static Evidence piece(EvidenceKind kind) {
        return new Evidence(id(500 + kind.ordinal()), kind, "ab".repeat(32), 1_234, "image/jpeg");
    }

    static MilestoneCommand.SubmitEvidence evidence(MilestoneId id, Actor by, EvidenceKind... kinds) {
        return new MilestoneCommand.SubmitEvidence(
                id, Stream.of(kinds).map(Sites::piece).toList(), Optional.empty(), by, OptionalLong.empty());
    }

    static MilestoneCommand.Verify verify(MilestoneId id, Actor by) {
        return verify(id, TODAY, by);
    }

    static MilestoneCommand.Verify verify(MilestoneId id, LocalDate achieved, Actor by) {
        return new MilestoneCommand.Verify(id, achieved, "seen on site", Optional.empty(), by, OptionalLong.empty());
    }

    static MilestoneCommand.Reject reject(MilestoneId id, Actor by) {
        return new MilestoneCommand.Reject(id, "no tool there", Optional.empty(), by, OptionalLong.empty());
    }

    static MilestoneCommand.WithdrawClaim withdraw(MilestoneId id, Actor by) {
        return new MilestoneCommand.WithdrawClaim(id, Optional.empty(), by, OptionalLong.empty());
    }

    static MilestoneCommand.Reschedule reschedule(MilestoneId id, LocalDate date, Actor by) {
        return new MilestoneCommand.Reschedule(
                id, date, "the crane is late", Optional.empty(), by, OptionalLong.empty());
    }

    static MilestoneCommand.Confirm confirm(MilestoneId id, Motion motion) {
        return new MilestoneCommand.Confirm(id, motion, MAYA.asMaker(), BEN);
    }

    static Motion waiveAll() {
        return new Motion.Waive(Waiver.ofAll(TODAY.plusYears(1)), "not needed", Optional.empty());
    }

    static Motion waiveFor(UUID... tranches) {
        return new Motion.Waive(Waiver.ofTranches(List.of(tranches), TODAY), "not needed", Optional.empty());
    }

    static Motion rebaseline(LocalDate date) {
        return new Motion.Rebaseline(date, "agreed with the funders", Optional.empty());
    }

    /** A motion of each step that two persons take; what supersedes is the second milestone. */
    static Motion motion(Step step) {
        return switch (step) {
            case REBASELINE -> rebaseline(BASELINE.plusMonths(3));
            case REVOKE_VERIFICATION -> new Motion.RevokeVerification("the photo shows another hall", Optional.empty());
            case WAIVE -> waiveAll();
            case REVOKE_WAIVER -> new Motion.RevokeWaiver("needed after all", Optional.empty());
            case REMOVE -> new Motion.Remove("out of scope", Optional.empty());
            case SUPERSEDE -> new Motion.Supersede(SECOND, "split in two", Optional.empty());
            default -> throw new IllegalArgumentException("one person takes it: " + step);
        };
    }

    /** The step on a milestone, by whoever may take it. */
    static MilestoneCommand command(Step step, MilestoneId id) {
        return switch (step) {
            case CHANGE_PLAN -> changePlan(id, duration(30), MAYA);
            case START -> start(id, SAM);
            case CLAIM -> claim(id, SAM);
            case SUBMIT_EVIDENCE -> evidence(id, SUE, EvidenceKind.PHOTO);
            case VERIFY -> verify(id, VIC);
            case REJECT -> reject(id, VIC);
            case WITHDRAW_CLAIM -> withdraw(id, SAM);
            case RESCHEDULE -> reschedule(id, BASELINE.plusDays(10), MAYA);
            case REBASELINE, REVOKE_VERIFICATION, WAIVE, REVOKE_WAIVER, REMOVE, SUPERSEDE -> confirm(id, motion(step));
        };
    }

    /** The first milestone in the state, beside a second that is planned. */
    static Site in(MilestoneState state) {
        int quorum = state == MilestoneState.VERIFIED ? 2 : 1;
        Site planned = after(aSite(), plan(FIRST, quorum), plan(SECOND, 1));
        MilestoneCommand start = start(FIRST, SAM);
        MilestoneCommand claim = claim(FIRST, SAM);
        MilestoneCommand evidence = evidence(FIRST, SUE, EvidenceKind.PHOTO);
        MilestoneCommand verify = verify(FIRST, VERA);
        return switch (state) {
            case PLANNED -> planned;
            case IN_PROGRESS -> after(planned, start);
            case CLAIMED -> after(planned, start, claim);
            case EVIDENCE_SUBMITTED -> after(planned, start, claim, evidence);
            case VERIFIED, ACHIEVED -> after(planned, start, claim, evidence, verify);
            case REJECTED -> after(planned, start, claim, evidence, reject(FIRST, VERA));
            case WAIVED -> after(planned, confirm(FIRST, waiveAll()));
            case REMOVED -> after(planned, confirm(FIRST, motion(Step.REMOVE)));
            case SUPERSEDED -> after(planned, confirm(FIRST, motion(Step.SUPERSEDE)));
        };
    }

    /** The site after commands that are all carried out. */
    static Site after(Site site, MilestoneCommand... commands) {
        for (MilestoneCommand command : commands) {
            for (MilestoneEvent event : events(site.decide(command, NOW))) {
                site = site.apply(event, NOW);
            }
        }
        return site;
    }

    static List<MilestoneEvent> events(Decision<MilestoneEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<MilestoneEvent>) decision).events();
    }

    static Refusal refusal(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<?>) decision).refusal();
    }

    static Refusal refusal(Site site, MilestoneCommand command) {
        return refusal(site.decide(command, NOW));
    }

    static Map<String, Object> facts(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<?>) decision).facts();
    }

    static Milestone the(Site site, MilestoneId id) {
        return site.milestones().get(id).orElseThrow();
    }

    static List<Class<?>> kinds(List<MilestoneEvent> events) {
        return events.stream().<Class<?>>map(Object::getClass).toList();
    }
}
