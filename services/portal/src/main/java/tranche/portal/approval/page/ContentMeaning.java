package tranche.portal.approval.page;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.portal.approval.page.ApprovalModel.Fact;
import tranche.portal.approval.page.ApprovalModel.Meaning;
import tranche.portal.approval.page.ApprovalModel.Share;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.raise.domain.CommitmentList;
import tranche.portal.raise.domain.InvestorNames;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.words.page.Words;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What the ids and codes of a closing, a role or a motion about a commitment stand for, in words: nobody approves what he cannot read. The members that the
 * hash covers are shown beside it, for these names are no part of them. What the reader may not see keeps its id.
 */
@Singleton
final class ContentMeaning {

    /** Of more, their count and their sum are told; one by one they are read by the API. */
    private static final int MOST = 200;

    private final Raises raises;
    private final CommitmentList commitments;
    private final InvestorNames investors;
    private final ProjectDetail projects;
    private final MotionMeaning motions;

    ContentMeaning(
            Raises raises,
            CommitmentList commitments,
            InvestorNames investors,
            ProjectDetail projects,
            MotionMeaning motions) {
        this.raises = raises;
        this.commitments = commitments;
        this.investors = investors;
        this.projects = projects;
        this.motions = motions;
    }

    /** The meaning of what a service has said of one; empty where its members say it themselves. */
    Optional<Meaning> of(Source source, Answered one, Actor reader, Words words) {
        Access access = reader.access();
        return switch (source) {
            case CLOSINGS -> Optional.of(closing(one, access, words));
            case PORTAL -> one.objectIfAny("content").map(content -> grant(content, access, words));
            case COMMITMENTS -> motions.of(one, reader, words);
            case MILESTONES, TRANCHES, ACCOUNTS -> Optional.empty();
        };
    }

    private Meaning closing(Answered one, Access access, Words words) {
        List<Answered> parts = one.objects("commitments");
        Map<UUID, String> names = investors.of(
                access, parts.stream().map(part -> part.id("investorId")).collect(Collectors.toSet()));
        Map<Currency, Money> sums = new TreeMap<>(Comparator.comparing(Currency::code));
        parts.forEach(part -> {
            Money amount = part.money("amount");
            sums.merge(amount.currency(), amount, Money::plus);
        });
        List<Fact> facts = new ArrayList<>();
        one.idIfAny("fundId").ifPresent(id -> facts.add(new Fact(words.say("approvals.fund"), fund(id, access))));
        facts.add(new Fact(
                words.say("approvals.closing"),
                words.say(
                        "approvals.closing." + one.text("kind").toLowerCase(Locale.ROOT),
                        "day",
                        words.dates().day(one.day("date")))));
        facts.add(new Fact(
                words.say("approvals.commitments"),
                words.say(
                        "approvals.commitments.sums",
                        "count",
                        parts.size(),
                        "sums",
                        words.texts()
                                .list(sums.values().stream()
                                        .map(words.money()::full)
                                        .toList()))));
        return new Meaning(
                Optional.empty(),
                facts,
                parts.stream()
                        .limit(MOST)
                        .map(part -> share(part, names, words))
                        .toList(),
                Math.max(0, parts.size() - MOST));
    }

    private static Share share(Answered part, Map<UUID, String> names, Words words) {
        UUID investor = part.id("investorId");
        Money amount = part.money("amount");
        return new Share(
                "/commitments/" + part.id("id"),
                names.getOrDefault(investor, investor.toString()),
                words.money().full(amount),
                amount.plain());
    }

    private Meaning grant(Answered content, Access access, Words words) {
        List<Fact> facts = new ArrayList<>();
        content.textIfAny("account").ifPresent(holder -> facts.add(new Fact(words.say("approvals.holder"), holder)));
        facts.add(new Fact(
                words.say("approvals.role"),
                words.say("approvals.role." + Role.of(content.text("role")).code())));
        List<Fact> scope = scope(content, access, words);
        facts.addAll(
                scope.isEmpty()
                        ? List.of(new Fact(words.say("approvals.scope"), words.say("approvals.scope.deployment")))
                        : scope);
        facts.add(new Fact(
                words.say("approvals.last"),
                content.textIfAny("until")
                        .map(LocalDate::parse)
                        .map(words.dates()::day)
                        .orElseGet(() -> words.say("approvals.last.none"))));
        return new Meaning(Optional.empty(), facts, List.of(), 0);
    }

    private List<Fact> scope(Answered content, Access access, Words words) {
        List<Fact> scope = new ArrayList<>();
        content.idIfAny("programmeId")
                .ifPresent(id -> scope.add(new Fact(
                        words.say("approvals.programme"),
                        raises.programme(access, id).map(Programme::name).orElseGet(id::toString))));
        content.idIfAny("fundId").ifPresent(id -> scope.add(new Fact(words.say("approvals.fund"), fund(id, access))));
        content.idIfAny("investorId")
                .ifPresent(id -> scope.add(new Fact(
                        words.say("approvals.investor"),
                        investors.of(access, Set.of(id)).getOrDefault(id, id.toString()))));
        content.idIfAny("projectId")
                .ifPresent(id -> scope.add(new Fact(
                        words.say("approvals.project"),
                        projects.of(access, id)
                                .map(project -> project.row().name())
                                .orElseGet(id::toString))));
        return scope;
    }

    private String fund(UUID id, Access access) {
        return commitments.funds(access, Optional.empty()).stream()
                .filter(fund -> fund.id().equals(id))
                .map(CommitmentList.Choice::name)
                .findFirst()
                .orElseGet(id::toString);
    }
}
