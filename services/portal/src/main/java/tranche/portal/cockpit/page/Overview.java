package tranche.portal.cockpit.page;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import tranche.portal.cockpit.page.OverviewModel.FundLine;
import tranche.portal.cockpit.page.OverviewModel.OwnLine;
import tranche.portal.figure.page.CallsFigure;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Frame;
import tranche.portal.raise.domain.CommitmentList.Waiting;
import tranche.portal.raise.domain.CommitmentRow;
import tranche.portal.raise.domain.Expectation;
import tranche.portal.raise.domain.Fund;
import tranche.portal.raise.domain.Funding.Drafts;
import tranche.portal.raise.domain.KindTotal;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Raises.Funds;
import tranche.portal.raise.domain.Target;
import tranche.portal.raise.page.StateChip;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.ProgrammeBuild.Next;
import tranche.portal.timeline.domain.ProgrammeBuild.Site;
import tranche.portal.timeline.page.SlipWords;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * What the views know of a programme, and how the overview says it.
 *
 * @param changes the latest, the newest first: so many of each kind as the page shows of both together
 * @param allAsked whether all funds were asked for, of which there may still be more than a page takes
 */
record Overview(
        Programme programme,
        List<Programme> programmes,
        List<Ladder> ladders,
        List<KindTotal> kinds,
        Funds funds,
        boolean allAsked,
        List<CommitmentRow> own,
        List<WhatChanged.Item> changes,
        Map<String, Integer> since,
        List<Waiting> waiting,
        Build build) {

    /**
     * What is built and what is to come.
     *
     * @param sites with {@code money} what is committed to each
     * @param next the milestones that are expected first, with {@code unlocks} what waits for each
     * @param drafts of calls, that the reader may approve
     * @param today from whose quarter on calls are shown
     */
    record Build(
            List<Site> sites,
            Map<UUID, List<Money>> money,
            List<Expectation> expectations,
            List<Next> next,
            Map<UUID, List<Money>> unlocks,
            List<Drafts> drafts,
            LocalDate today) {

        private Stream<Money> amounts() {
            return Stream.of(
                            money.values().stream().flatMap(List::stream),
                            expectations.stream().map(Expectation::amount),
                            unlocks.values().stream().flatMap(List::stream),
                            drafts.stream().map(Drafts::total))
                    .flatMap(Function.identity());
        }
    }

    /** As many changes as a person reads before turning to a list. */
    static final int CHANGES_SHOWN = 12;

    /** The places of the latest changes of the programme, of which the page shows the latest: none of them is new to it. */
    FeedPlaces places() {
        return WhatChanged.places(changes);
    }

    /**
     * What stands for all that the page shows besides what changed. It is compared by the process that made it; another one
     * takes it for something else, and tells its page once more what that has already.
     */
    String mark() {
        return Integer.toHexString(
                Objects.hash(programme, programmes, ladders, kinds, funds, own, since, waiting, build));
    }

    /** Whether both show the same besides what changed. */
    boolean looksLike(Overview other) {
        return programme.equals(other.programme)
                && programmes.equals(other.programmes)
                && ladders.equals(other.ladders)
                && kinds.equals(other.kinds)
                && funds.equals(other.funds)
                && own.equals(other.own)
                && since.equals(other.since)
                && waiting.equals(other.waiting)
                && build.equals(other.build);
    }

    /** What weighs most for whoever comes back; the rest is counted as one. */
    private static final List<String> TELLING = List.of(
            "milestone-achieved",
            "milestone-slipped",
            "capital-call-issued",
            "capital-call-drafted",
            "tranche-released",
            "commitment-closed",
            "commitment-accepted",
            "commitment-taken-on",
            "commitment-amended",
            "commitment-transferred",
            "commitment-submitted",
            "commitment-returned",
            "commitment-cancelled",
            "closing-cancelled",
            "investor-suspended",
            "commitment-drafted",
            "fund-created");

    /** As many as a sentence carries. */
    private static final int TOLD = 3;

    private static final Set<Role> FUND_READERS = Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR);

    /** Every currency that the page shows, so that a dollar is a dollar only where there is one. */
    Set<Currency> currencies() {
        Set<Currency> shown = new TreeSet<>();
        shown.add(programme.headline());
        ladders.forEach(ladder -> shown.add(ladder.currency()));
        funds.shown().forEach(fund -> shown.add(fund.committed().currency()));
        own.forEach(row -> shown.add(row.amount().currency()));
        waiting.forEach(one -> one.sums().forEach(sum -> shown.add(sum.currency())));
        build.amounts().forEach(amount -> shown.add(amount.currency()));
        changes.stream()
                .limit(CHANGES_SHOWN)
                .flatMap(WhatChanged.Item::amounts)
                .forEach(amount -> shown.add(amount.currency()));
        programmes.forEach(other -> other.committed().forEach(amount -> shown.add(amount.currency())));
        return shown;
    }

    OverviewModel model(Frame frame, Visitor visitor) {
        Words words = frame.words();
        List<Ladder> ordered = Ladder.inOrder(ladders, programme.headline());
        Optional<Money> target = programme.target().map(Target::amount);
        boolean whole = visitor.access().holds(FUND_READERS, Scope.ofProgramme(programme.id()));
        List<KindChart> charts = KindChart.of(kinds, words);
        return new OverviewModel(
                frame,
                programme.id(),
                programme.name(),
                sentence(visitor, words),
                new Waits(waiting, build.drafts(), programme.id()).cards(words),
                ordered.stream()
                        .map(ladder -> RaiseFigure.of(ladder, target, words))
                        .toList(),
                programme.target().map(claimed -> claim(claimed, words)),
                charts,
                words.texts().list(charts.stream().map(KindChart::total).toList()),
                funds.shown().stream()
                        .map(fund -> line(fund, unit(fund, words), words))
                        .toList(),
                funds.all(),
                allAsked,
                whole || funds.all() > 0,
                own.stream().map(row -> line(row, words)).toList(),
                changes.stream()
                        .limit(CHANGES_SHOWN)
                        .map(change -> change.line(words))
                        .toList(),
                SiteMap.of(build.sites(), build.money(), programme.headline(), words),
                ProgrammeCalls.of(build.expectations(), programme.headline(), build.today()).stream()
                        .map(calls -> CallsFigure.of(calls, words))
                        .toList(),
                build.next().stream().map(next -> line(next, words)).toList(),
                ProgrammeLines.of(programmes, Optional.of(programme.id()), words));
    }

    private Content sentence(Visitor visitor, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("committed", ProgrammeLines.sums(programme.committed(), words));
        gaps.put("investors", programme.investors());
        gaps.put("funds", programme.funds());
        List<String> counted = counted(words);
        gaps.put("changes", words.texts().list(counted));
        gaps.put(
                "day",
                visitor.lastVisit()
                        .map(last -> words.dates().visit(last, words.now()))
                        .orElse(""));
        boolean nothingCommitted = programme.committed().stream().allMatch(Money::isZero);
        Content so = words.rich(nothingCommitted ? "overview.lede.nothing" : "overview.lede.so", gaps);
        if (visitor.lastVisit().isEmpty()) {
            return so;
        }
        Content then =
                counted.isEmpty() ? words.rich("overview.lede.still", gaps) : words.rich("overview.lede.since", gaps);
        return output -> {
            so.writeTo(output);
            output.writeContent(" ");
            then.writeTo(output);
        };
    }

    private List<String> counted(Words words) {
        List<String> counted = new ArrayList<>();
        int others = since.values().stream().mapToInt(Integer::intValue).sum();
        for (String kind : TELLING) {
            int count = since.getOrDefault(kind, 0);
            if (count > 0 && counted.size() < TOLD) {
                counted.add(words.say("overview.count." + kind, "count", count));
                others -= count;
            }
        }
        if (others > 0) {
            counted.add(words.say("overview.count.others", "count", others));
        }
        return counted;
    }

    private static String claim(Target target, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("claimed", words.dates().day(target.claimed()));
        gaps.put("source", target.source().orElse(""));
        gaps.put("by", target.by().map(words.dates()::day).orElse(""));
        String key = "overview.claim"
                + (target.by().isPresent() ? ".by" : "")
                + (target.source().isPresent() ? ".source" : "");
        return words.texts().say(key, gaps);
    }

    private static OwnLine line(CommitmentRow row, Words words) {
        return new OwnLine(
                row.fundName(),
                StateChip.of(row.state(), words).word(),
                row.amount().plain(),
                words.money().brief(row.amount()),
                words.money().brief(row.called()),
                words.money().brief(row.uncalled()),
                "/commitments/" + row.id());
    }

    private OverviewModel.NextLine line(Next next, Words words) {
        List<Money> unlocks = build.unlocks().getOrDefault(next.milestone(), List.of());
        return new OverviewModel.NextLine(
                next.projectName(),
                next.name(),
                words.dates().day(next.day()),
                SlipWords.calendar(next.slip(), words),
                next.slip() > 0 ? "late" : "soon",
                unlocks.isEmpty() ? words.say("words.none") : ProgrammeLines.sums(unlocks, words),
                "/milestones/" + next.milestone());
    }

    /** One unit for each currency of the table, so that its figures can be compared by their length. */
    private AmountUnit unit(Fund fund, Words words) {
        return funds.shown().stream()
                .map(Fund::committed)
                .filter(other -> other.currency().equals(fund.committed().currency()))
                .max(Money::compareTo)
                .map(words.money()::unitOf)
                .orElse(AmountUnit.ONE);
    }

    private static FundLine line(Fund fund, AmountUnit unit, Words words) {
        return new FundLine(
                fund.name(),
                fund.unverified(),
                fund.committed().plain(),
                words.money().inColumn(fund.committed(), unit),
                words.money().inColumn(fund.called(), unit),
                words.money().percent(Share.of(fund.called(), fund.committed())),
                words.say("words.number", "number", fund.investors()),
                words.say("overview.kinds.investors", "count", fund.investors()),
                Addresses.with("/commitments", Map.of("fund", fund.id().toString())));
    }
}
