package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
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
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.TrancheCommand.Approve;
import tranche.commitments.drawdown.domain.TrancheCommand.Confirm;
import tranche.commitments.drawdown.domain.TrancheCommand.Draft;
import tranche.commitments.drawdown.domain.TrancheCommand.Reconsider;
import tranche.commitments.drawdown.domain.TrancheCommand.Redraft;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.milestone.domain.Achievement;
import tranche.commitments.milestone.domain.Milestone;
import tranche.commitments.milestone.domain.MilestoneId;
import tranche.commitments.milestone.domain.MilestoneNews;
import tranche.commitments.milestone.domain.Outlook;
import tranche.commitments.milestone.domain.Waiver;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

/** People, a fund, milestones and tranches that the examples speak of. */
public final class Slices {

    /** A Monday; Thursday is Thanksgiving. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    public static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    static final WorkingDays DAYS =
            WorkingDays.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 11, 26)));

    public static final ProgrammeId PROGRAMME = new ProgrammeId(id(1));
    public static final FundId FUND = new FundId(id(2));
    public static final UUID PROJECT = id(3);
    public static final MilestoneId SHELL = new MilestoneId(id(11));
    public static final MilestoneId POWER = new MilestoneId(id(12));
    static final MilestoneId ABSENT = new MilestoneId(id(13));
    public static final TrancheId FIRST = new TrancheId(id(21));
    public static final TrancheId SECOND = new TrancheId(id(22));

    public static final Actor ANA = person(100, 100, Role.FUND_MANAGER);
    public static final Actor BEN = person(101, 101, Role.APPROVER);
    static final Actor CARA = person(102, 102, Role.FUND_MANAGER);
    public static final Actor ANA_AS_APPROVER = person(103, 100, Role.APPROVER);
    static final Actor AUDITOR = person(104, 104, Role.AUDITOR);
    static final Actor STRANGER = new Actor(id(105), id(105), Access.NONE);
    public static final Maker VERA = new Maker(id(110), id(110));
    static final Maker VIC = new Maker(id(111), id(111));

    /** Takes every call. */
    public static final CallDesk OPEN = draft -> Optional.empty();

    /** Why the fund drafts no call. */
    enum Empty implements Refusal {
        INSUFFICIENT_UNCALLED
    }

    /** Takes no call. */
    static final CallDesk SHUT = draft -> Optional.of(new Decision.Refused<>(Empty.INSUFFICIENT_UNCALLED, Map.of()));

    private Slices() {}

    public static UUID id(long number) {
        return new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    public static Actor person(long account, long person, Role role) {
        return new Actor(id(account), id(person), new Access(List.of(new Grant(role, Scope.DEPLOYMENT))));
    }

    public static Money usd(String value) {
        return Money.of("USD", value);
    }

    public static Instant daysLater(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    /** A fund with two milestones of its programme, neither of which is reached. */
    public static Tranches aFund() {
        var content = new FundContent(
                "Fab Fund I",
                new Currency("USD"),
                Optional.empty(),
                FundCalendar.US,
                Terms.DEFAULT,
                Optional.empty(),
                false,
                Optional.empty());
        var fund = new Fund(
                FUND,
                PROGRAMME,
                content,
                ZoneId.of("UTC"),
                FundState.OPEN,
                Optional.empty(),
                ANA.asMaker(),
                Version.first(TODAY.minusYears(1), NOW));
        var none = new Facts(Map.of(), Map.of(), Map.of(), Set.of(PROJECT));
        return knowing(
                new Tranches(Optional.of(fund), DAYS, Shelf.empty(), none, Map.of(), Map.of()),
                planned(SHELL, PROGRAMME),
                planned(POWER, PROGRAMME));
    }

    public static Milestone planned(MilestoneId id, ProgrammeId programme) {
        return new Milestone(
                id,
                programme,
                PROJECT,
                "Shell complete",
                "PLANNED",
                new Outlook(TODAY.plusDays(30), 0, Optional.empty(), List.of(), id(900)),
                Optional.empty(),
                List.of(),
                false);
    }

    /** The same fund, told more. */
    public static Tranches knowing(Tranches before, Milestone... told) {
        Map<MilestoneId, Milestone> milestones = new HashMap<>(before.facts().milestones());
        for (Milestone milestone : told) {
            milestones.put(milestone.id(), milestone);
        }
        return knowing(
                before,
                new Facts(
                        milestones,
                        before.facts().tranches(),
                        before.facts().documents(),
                        before.facts().projects()));
    }

    public static Tranches knowing(Tranches before, Facts facts) {
        return new Tranches(
                before.fund(), before.days(), before.tranches(), facts, before.known(), before.timetables());
    }

    public static Tranches told(Tranches before, MilestoneNews news) {
        return knowing(before, the(before, news.id()).after(news));
    }

    public static Milestone the(Tranches tranches, MilestoneId id) {
        return tranches.facts().milestone(id).orElseThrow();
    }

    public static Tranche the(Tranches tranches, TrancheId id) {
        return tranches.tranches().get(id).orElseThrow();
    }

    public static MilestoneNews.Achieved achieved(MilestoneId id, Maker... verifiers) {
        return new MilestoneNews.Achieved(
                id,
                "ACHIEVED",
                new Achievement(TODAY.minusDays(1), TODAY, Set.of(verifiers), List.of(), eventOf(id)),
                0);
    }

    public static UUID eventOf(MilestoneId id) {
        return new UUID(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits() + 1_000);
    }

    public static MilestoneNews.Revoked revoked(MilestoneId id) {
        return new MilestoneNews.Revoked(id, "REJECTED");
    }

    public static MilestoneNews.Waived waived(MilestoneId id, LocalDate expires, TrancheId... tranches) {
        Set<UUID> ids = Set.of(List.of(tranches).stream().map(TrancheId::value).toArray(UUID[]::new));
        return new MilestoneNews.Waived(
                id, ids.isEmpty() ? "WAIVED" : "PLANNED", new Waiver(ids.isEmpty(), ids, TODAY, expires, id(901)));
    }

    public static Condition verified(MilestoneId milestone) {
        return new MilestoneVerified(milestone);
    }

    public static Draft draft(TrancheId id, Condition... conditions) {
        return new Draft(
                id,
                Optional.of(PROJECT),
                "Shell",
                usd("100.00"),
                List.of(conditions),
                Optional.empty(),
                Optional.empty(),
                ANA);
    }

    public static Approve approve(Tranches tranches, TrancheId id, Actor by) {
        return new Approve(id, the(tranches, id).contentHash(), Optional.empty(), by, OptionalLong.empty());
    }

    public static Reconsider reconsider(TrancheId id) {
        return new Reconsider(id, Actor.SYSTEM);
    }

    public static Redraft redraft(TrancheId id, UUID call) {
        return new Redraft(id, call, ANA, OptionalLong.empty());
    }

    public static Confirm confirm(TrancheId id, TrancheMotion motion) {
        return new Confirm(id, motion, ANA.asMaker(), BEN);
    }

    public static TrancheMotion amend(Condition... conditions) {
        return new TrancheMotion.Amend(List.of(conditions), "The award was renegotiated.", Optional.empty());
    }

    public static TrancheMotion cancel() {
        return new TrancheMotion.Cancel("The site is given up.", Optional.empty());
    }

    /** A tranche that waits for conditions, approved. */
    public static Tranches waitingFor(Condition... conditions) {
        return waitingFor(OPEN, conditions);
    }

    public static Tranches waitingFor(CallDesk desk, Condition... conditions) {
        Tranches drafted = after(aFund(), draft(FIRST, conditions));
        return applied(drafted, approve(drafted, FIRST, BEN), desk, NOW);
    }

    public static Tranches after(Tranches before, TrancheCommand command) {
        return applied(before, command, OPEN, NOW);
    }

    public static Tranches applied(Tranches before, TrancheCommand command, CallDesk desk, Instant now) {
        return applied(before, events(before.decide(command, desk, now)), now);
    }

    public static Tranches applied(Tranches before, List<TrancheEvent> events, Instant now) {
        Tranches after = before;
        for (TrancheEvent event : events) {
            after = after.apply(event, now);
        }
        return after;
    }

    public static List<TrancheEvent> events(Decision<TrancheEvent> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<TrancheEvent>) decision).events();
    }

    public static Refusal refusal(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<?>) decision).refusal();
    }

    public static Map<String, Object> facts(Decision<?> decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<?>) decision).facts();
    }
}
