package tranche.portal.cockpit.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tranche.portal.cockpit.page.OverviewModel.FundLine;
import tranche.portal.cockpit.page.OverviewModel.ProgrammeLine;
import tranche.portal.cockpit.page.OverviewModel.Wait;
import tranche.portal.frame.page.Addresses;
import tranche.portal.frame.page.Frame;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.CommitmentList.Waiting;
import tranche.portal.raise.domain.Fund;
import tranche.portal.raise.domain.KindTotal;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Target;
import tranche.portal.raise.page.FeedLine;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What the views know of a programme, and how the overview says it. */
record Overview(
        Programme programme,
        List<Programme> programmes,
        List<Ladder> ladders,
        List<KindTotal> kinds,
        List<Fund> funds,
        List<Change> changes,
        Map<ChangeKind, Integer> since,
        Waiting waiting) {

    private static final Set<Role> MONEY_READERS =
            Set.of(Role.FUND_MANAGER, Role.APPROVER, Role.AUDITOR, Role.INVESTOR);

    /** Every currency that the page shows, so that a dollar is a dollar only where there is one. */
    Set<Currency> currencies() {
        Set<Currency> shown = new TreeSet<>();
        shown.add(programme.headline());
        ladders.forEach(ladder -> shown.add(ladder.currency()));
        funds.forEach(fund -> shown.add(fund.committed().currency()));
        programmes.forEach(other -> other.committed().forEach(amount -> shown.add(amount.currency())));
        return shown;
    }

    OverviewModel model(Frame frame, Visitor visitor) {
        Words words = frame.words();
        List<Ladder> ordered = Ladder.inOrder(ladders, programme.headline());
        Optional<Money> target = programme.target().map(Target::amount);
        return new OverviewModel(
                frame,
                programme.id(),
                programme.name(),
                sentence(visitor, words),
                waits(words),
                ordered.stream()
                        .map(ladder -> RaiseFigure.of(ladder, target, words))
                        .toList(),
                programme.target().map(claimed -> claim(claimed, words)),
                KindChart.of(kinds, words),
                funds.stream().map(fund -> line(fund, words)).toList(),
                programme.funds(),
                MONEY_READERS.stream().anyMatch(role -> visitor.access().holds(role, Scope.ofProgramme(programme.id())))
                        || !funds.isEmpty(),
                changes.stream().map(change -> FeedLine.of(change, words)).toList(),
                programmes.stream().map(other -> line(other, words)).toList());
    }

    private Content sentence(Visitor visitor, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("committed", sums(programme.committed(), words));
        gaps.put("investors", programme.investors());
        gaps.put("funds", programme.funds());
        gaps.put("waiting", waiting.count());
        List<String> counted = counted(words);
        gaps.put("changes", words.texts().list(counted));
        gaps.put(
                "day",
                visitor.lastVisit()
                        .map(last -> words.dates().weekdayOrDay(last, words.now()))
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
        new EnumMap<ChangeKind, Integer>(withAll(since)).forEach((kind, count) -> {
            if (count > 0) {
                counted.add(words.say("overview.count." + kind.code(), "count", count));
            }
        });
        return counted;
    }

    private static Map<ChangeKind, Integer> withAll(Map<ChangeKind, Integer> counts) {
        Map<ChangeKind, Integer> all = new EnumMap<>(ChangeKind.class);
        for (ChangeKind kind : ChangeKind.values()) {
            all.put(kind, counts.getOrDefault(kind, 0));
        }
        return all;
    }

    private static String sums(List<Money> amounts, Words words) {
        return words.texts()
                .list(amounts.stream()
                        .filter(amount -> !amount.isZero())
                        .map(words.money()::brief)
                        .toList());
    }

    private List<Wait> waits(Words words) {
        if (waiting.count() == 0) {
            return List.of();
        }
        return List.of(new Wait(
                "checks",
                "warn",
                words.say("overview.wait.accept", "count", waiting.count()),
                sums(waiting.sums(), words),
                words.say("overview.wait.accept.about"),
                Addresses.with(
                        "/commitments",
                        Map.of("state", "submitted", "programme", programme.id().toString()))));
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

    private FundLine line(Fund fund, Words words) {
        var share = Share.of(fund.called(), fund.committed());
        return new FundLine(
                fund.name(),
                fund.unverified(),
                fund.committed().currency().code(),
                fund.committed().plain(),
                words.money().brief(fund.committed()),
                words.money().brief(fund.called()),
                "100%",
                Share.width(share),
                words.money().percent(share),
                words.say("words.number", "number", fund.investors()),
                Addresses.with("/commitments", Map.of("fund", fund.id().toString())));
    }

    private ProgrammeLine line(Programme other, Words words) {
        Money committed = other.committed().getFirst();
        Optional<Money> target = other.target()
                .map(Target::amount)
                .filter(amount -> amount.currency().equals(committed.currency()));
        return new ProgrammeLine(
                other.name(),
                other.sample(),
                other.id().equals(programme.id()),
                other.committed().stream().allMatch(Money::isZero)
                        ? words.money().brief(committed)
                        : sums(other.committed(), words),
                target.map(words.money()::spoken).orElseGet(() -> words.say("words.none")),
                target.map(goal -> words.money().percent(Share.of(committed, goal)))
                        .orElseGet(() -> words.say("words.none")),
                "/programmes/" + other.id());
    }
}
