package tranche.launcher.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.commitments.drawdown.domain.CallDraft;
import tranche.commitments.drawdown.domain.Condition;
import tranche.commitments.drawdown.domain.Condition.MilestoneVerified;
import tranche.commitments.drawdown.domain.Facts;
import tranche.commitments.drawdown.domain.Tranche;
import tranche.commitments.drawdown.domain.TrancheCommand;
import tranche.commitments.drawdown.domain.TrancheEvent;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.Tranches;
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
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.FourEyes;
import tranche.values.actor.Grant;
import tranche.values.actor.Maker;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.calendar.WorkingDays;
import tranche.values.decision.Decision;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.Shelf;
import tranche.values.register.Version;
import tranche.world.ids.Ids;

/**
 * A tranche and what is told of its milestones, in words: {@code m1 claimed}, {@code m1 verified}, {@code m1 verification
 * revoked}; what people do with its call: {@code call approved}, {@code call issued}, {@code call cancelled}, {@code redraft by
 * a person}. What stands in brackets is a remark.
 */
final class GateStory {

    private static final Pattern CONDITION = Pattern.compile("milestone (?<milestone>\\w+) verified");
    private static final Pattern REMARK = Pattern.compile(" \\([^)]*\\)");
    private static final Pattern TOLD = Pattern.compile("(?<milestone>\\w+) (?<what>verified|verification revoked"
            + "|started|claimed|evidence submitted|rejected|claim withdrawn)");
    private static final String REVOKED = "verification revoked";

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ProgrammeId PROGRAMME = new ProgrammeId(Ids.ofCause("programme"));
    private static final TrancheId TRANCHE = new TrancheId(Ids.ofCause("tranche"));
    private static final UUID PROJECT = Ids.ofCause("project");
    private static final Actor MANAGER = person("manager", Role.FUND_MANAGER);
    private static final Actor APPROVER = person("approver", Role.APPROVER);
    private static final Maker VERIFIER = person("verifier", Role.VERIFIER).asMaker();

    private Tranches tranches;
    private Optional<FourEyes> call = Optional.empty();
    private final List<String> states = new ArrayList<>();
    private final List<Boolean> held = new ArrayList<>();
    private int drafts;
    private int issued;

    private GateStory(Tranches tranches) {
        this.tranches = tranches;
    }

    /** A tranche that waits for conditions, for instance {@code milestone m1 verified}; all of them. */
    static GateStory of(List<String> conditions) {
        List<MilestoneId> milestones =
                conditions.stream().map(GateStory::milestoneOf).toList();
        var story = new GateStory(aFund(milestones));
        story.happen(new TrancheCommand.Draft(
                TRANCHE,
                Optional.empty(),
                "t",
                Money.of("USD", "100.00"),
                milestones.stream().<Condition>map(MilestoneVerified::new).toList(),
                Optional.empty(),
                Optional.empty(),
                MANAGER));
        story.happen(new TrancheCommand.Approve(
                TRANCHE, story.tranche().contentHash(), Optional.empty(), APPROVER, OptionalLong.empty()));
        return story;
    }

    static boolean isRevocation(String fact) {
        return fact.endsWith(REVOKED);
    }

    void tell(String fact) {
        String told = REMARK.matcher(fact).replaceAll("");
        switch (told) {
            case "call approved" ->
                call = Optional.of(call.orElseThrow(() -> unreadable(fact)).approvedBy(APPROVER));
            case "call issued" -> {
                issued++;
                apply(tranches.issued(drafted(fact), NOW));
            }
            case "call cancelled" -> {
                apply(tranches.cancelled(drafted(fact), NOW));
                call = Optional.empty();
            }
            case "redraft by a person" ->
                happen(new TrancheCommand.Redraft(
                        TRANCHE, Ids.ofCause("redraft:" + states.size()), MANAGER, OptionalLong.empty()));
            default -> {
                learn(news(fact, told));
                happen(new TrancheCommand.Reconsider(TRANCHE, Actor.SYSTEM));
            }
        }
        states.add(tranche().state().name());
        held.add(tranche().held().isPresent());
    }

    List<String> states() {
        return states;
    }

    List<Boolean> held() {
        return held;
    }

    int drafts() {
        return drafts;
    }

    int issued() {
        return issued;
    }

    /** Whether the call that is there, if one is, is approved. */
    boolean isApproved() {
        return call.flatMap(FourEyes::approval).isPresent();
    }

    private Tranche tranche() {
        return tranches.tranches().get(TRANCHE).orElseThrow();
    }

    private UUID drafted(String fact) {
        return tranche().call().orElseThrow(() -> unreadable(fact));
    }

    private static ExampleInput.Unreadable unreadable(String fact) {
        return new ExampleInput.Unreadable("not a fact here: " + fact);
    }

    private static MilestoneNews news(String fact, String told) {
        Matcher words = TOLD.matcher(told);
        if (!words.matches()) {
            throw unreadable(fact);
        }
        MilestoneId id = milestone(words.group("milestone"));
        return switch (words.group("what")) {
            case "verified" ->
                new MilestoneNews.Achieved(
                        id,
                        "ACHIEVED",
                        new Achievement(TODAY, TODAY, Set.of(VERIFIER), List.of(), Ids.ofCause("achieved:" + id)),
                        0);
            case REVOKED -> new MilestoneNews.Revoked(id, "REJECTED");
            default -> new MilestoneNews.Moved(id, words.group("what"));
        };
    }

    private void learn(MilestoneNews news) {
        Map<MilestoneId, Milestone> milestones = new HashMap<>(tranches.facts().milestones());
        milestones.computeIfPresent(news.id(), (_, before) -> before.after(news));
        tranches = new Tranches(
                tranches.fund(),
                tranches.days(),
                tranches.tranches(),
                new Facts(milestones, Map.of(), Map.of(), Set.of()),
                tranches.known(),
                Map.of());
    }

    private void happen(TrancheCommand command) {
        switch (tranches.decide(command, _ -> Optional.empty(), NOW)) {
            case Decision.Accepted<TrancheEvent>(List<TrancheEvent> events) -> apply(events);
            case Decision.Refused<TrancheEvent>(var refusal, var _) -> throw new ExampleInput.Refused(refusal.code());
        }
    }

    private void apply(List<TrancheEvent> events) {
        for (TrancheEvent event : events) {
            if (event instanceof TrancheEvent.CallDrafted(var _, CallDraft draft, var _, var _)) {
                drafts++;
                call = Optional.of(eyes(draft));
            }
            if (event.cancelledCall().isPresent()) {
                call = Optional.empty();
            }
            tranches = tranches.apply(event, NOW);
        }
    }

    /** The product drafted it; who verified what it rests on has had a hand in it. */
    private static FourEyes eyes(CallDraft draft) {
        FourEyes eyes = FourEyes.madeBy(Actor.SYSTEM.asMaker(), ContentHash.of(draft.toString()));
        for (Maker verifier : draft.verifiers()) {
            eyes = eyes.restingOnVerificationBy(verifier);
        }
        return eyes;
    }

    private static MilestoneId milestoneOf(String condition) {
        Matcher words = CONDITION.matcher(condition);
        if (!words.matches()) {
            throw new ExampleInput.Unreadable("not a condition: " + condition);
        }
        return milestone(words.group("milestone"));
    }

    private static MilestoneId milestone(String name) {
        return new MilestoneId(Ids.ofCause("milestone:" + name));
    }

    private static Actor person(String name, Role role) {
        return new Actor(
                Ids.ofCause("account:" + name),
                Ids.ofCause("person:" + name),
                new Access(List.of(new Grant(role, Scope.DEPLOYMENT))));
    }

    private static Tranches aFund(List<MilestoneId> ids) {

        var content = new FundContent(
                "Fund",
                new Currency("USD"),
                Optional.empty(),
                FundCalendar.US,
                Terms.DEFAULT,
                Optional.empty(),
                false,
                Optional.empty());
        var fund = new Fund(
                new FundId(Ids.ofCause("fund")),
                PROGRAMME,
                content,
                ZoneId.of("UTC"),
                FundState.OPEN,
                Optional.empty(),
                MANAGER.asMaker(),
                Version.first(TODAY, NOW));
        Map<MilestoneId, Milestone> milestones = new HashMap<>();
        ids.forEach(id -> milestones.put(id, planned(id)));
        return new Tranches(
                Optional.of(fund),
                WorkingDays.of(Set.of(), Set.of()),
                Shelf.empty(),
                new Facts(milestones, Map.of(), Map.of(), Set.of()),
                Map.of(),
                Map.of());
    }

    private static Milestone planned(MilestoneId id) {
        return new Milestone(
                id,
                PROGRAMME,
                PROJECT,
                "m",
                "PLANNED",
                new Outlook(TODAY, 0, Optional.empty(), List.of(), PROJECT),
                Optional.empty(),
                List.of(),
                false);
    }
}
