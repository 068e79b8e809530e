package tranche.portal.cockpit.page;

import gg.jte.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tranche.portal.raise.domain.Ladder;
import tranche.portal.words.page.AmountUnit;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Share;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * The raise in one currency as a figure ({@code cockpit/raise.jte}): the upper bar runs from nothing to the target, and
 * its committed part opens into the lower bar, in which each part is its step less the next.
 *
 * @param sentence what is committed, accepted and indicated
 * @param target in words; empty where no target is stated in this currency
 * @param ofTarget the parts of the upper bar: committed, accepted, indicated
 * @param opening the path from the committed part of the upper bar to the lower bar, in a box of 1000 by 26
 * @param ofCommitted the parts of the lower bar, from verified build to not yet called; empty while nothing is committed
 * @param beyond why more is verified than is invested, where that is so
 * @param label the finding, for those who do not see the figure
 * @param steps the same as a table
 */
public record RaiseFigure(
        String currency,
        Content sentence,
        Optional<String> target,
        List<Part> ofTarget,
        String opening,
        List<Part> ofCommitted,
        Content beside,
        Optional<String> beyond,
        String label,
        List<Step> steps) {

    /** A part narrower than this has no room for its own words; the key below names it. */
    private static final BigDecimal ROOM_FOR_WORDS = new BigDecimal("0.11");

    /**
     * A part of a bar.
     *
     * @param look its class in the sheet
     * @param start where it begins and {@code width} how far it runs, of the whole bar
     * @param name short, to stand in it; {@code meaning} in full, for the key
     */
    public record Part(
            String look, String start, String width, boolean roomy, String name, String meaning, String amount) {}

    /** A line of the table. */
    public record Step(String name, String exact, String amount, String ofCommitted, String ofTarget) {}

    /** The figure of a ladder. */
    public static RaiseFigure of(Ladder ladder, Optional<Money> target, Words words) {
        MoneyWords money = words.money();
        AmountUnit unit = unit(ladder, money);
        Optional<Money> goal =
                target.filter(amount -> amount.currency().equals(ladder.currency()) && amount.isPositive());
        List<Part> committed = ladder.committed().isPositive() ? parts(ladder, words, unit) : List.of();
        return new RaiseFigure(
                ladder.currency().code(),
                sentence(ladder, goal, words, unit),
                goal.map(money::spoken),
                goal.map(amount -> towards(ladder, amount, words, unit)).orElse(List.of()),
                opening(goal.map(amount -> Share.of(ladder.committed(), amount)).orElse(BigDecimal.ZERO)),
                committed,
                words.rich(
                        "overview.raise.beside",
                        Map.of(
                                "without", money.brief(ladder.withoutMilestone(), unit),
                                "waiver", money.brief(ladder.byWaiver(), unit),
                                "defaulted", money.brief(ladder.defaulted(), unit))),
                ladder.verified().compareTo(ladder.invested()) > 0
                        ? Optional.of(words.say("overview.raise.beyond"))
                        : Optional.empty(),
                label(ladder, committed, words, unit),
                steps(ladder, goal, words));
    }

    private static AmountUnit unit(Ladder ladder, MoneyWords money) {
        return Stream.of(ladder.committed(), ladder.accepted(), ladder.indicated())
                .max(Money::compareTo)
                .map(money::unitOf)
                .orElse(AmountUnit.ONE);
    }

    private static Content sentence(Ladder ladder, Optional<Money> goal, Words words, AmountUnit unit) {
        MoneyWords money = words.money();
        Map<String, Object> gaps = Map.of(
                "committed", money.brief(ladder.committed(), unit),
                "accepted", money.brief(ladder.accepted(), unit),
                "indicated", money.brief(ladder.indicated(), unit),
                "share",
                        money.percent(goal.map(amount -> Share.of(ladder.committed(), amount))
                                .orElse(BigDecimal.ZERO)));
        return words.rich(goal.isPresent() ? "overview.raise.towards" : "overview.raise.committed", gaps);
    }

    private static List<Part> towards(Ladder ladder, Money goal, Words words, AmountUnit unit) {
        List<Named> named = List.of(
                new Named("f5", "committed", ladder.committed()),
                new Named("f3", "accepted", ladder.accepted()),
                new Named("hatched", "indicated", ladder.indicated()));
        List<BigDecimal> ends = new ArrayList<>();
        BigDecimal end = BigDecimal.ZERO;
        for (Named part : named) {
            end = end.add(Share.of(part.amount(), goal)).min(BigDecimal.ONE);
            ends.add(end);
        }
        return inARow(named, ends, words, unit);
    }

    private static List<Part> parts(Ladder ladder, Words words, AmountUnit unit) {
        List<Named> named = List.of(
                new Named("f5", "verified", ladder.verified()),
                new Named("f4", "invested", rest(ladder.invested(), ladder.verified())),
                new Named("f3", "paid", rest(ladder.paid(), ladder.invested())),
                new Named("fw", "called", rest(ladder.called(), ladder.paid())),
                new Named("f1", "uncalled", rest(ladder.committed(), ladder.called())));
        List<Money> reached = Stream.of(
                        ladder.verified(), ladder.invested(), ladder.paid(), ladder.called(), ladder.committed())
                .toList();
        return inARow(named, steps(reached), words, unit);
    }

    /** Where each part ends, in the whole: no part begins before the one before it has ended. */
    private static List<BigDecimal> steps(List<Money> reached) {
        Money furthest = reached.stream().max(Money::compareTo).orElseThrow();
        List<BigDecimal> ends = new ArrayList<>();
        BigDecimal end = BigDecimal.ZERO;
        for (Money step : reached) {
            end = end.max(Share.of(step, furthest));
            ends.add(end);
        }
        return ends;
    }

    private record Named(String look, String name, Money amount) {}

    /** @param ends of each part, in the whole */
    private static List<Part> inARow(List<Named> named, List<BigDecimal> ends, Words words, AmountUnit unit) {
        List<Part> parts = new ArrayList<>();
        BigDecimal start = BigDecimal.ZERO;
        for (int place = 0; place < named.size(); place++) {
            Named part = named.get(place);
            BigDecimal share = ends.get(place).subtract(start);
            parts.add(new Part(
                    part.look(),
                    Share.width(start),
                    Share.width(share),
                    share.compareTo(ROOM_FOR_WORDS) >= 0,
                    words.say("overview.step." + part.name()),
                    words.say("overview.step." + part.name() + ".meaning"),
                    words.money().brief(part.amount(), unit)));
            start = ends.get(place);
        }
        return List.copyOf(parts);
    }

    /** What of a step has not reached the next; nothing where the next is larger, for no step is inferred from another. */
    private static Money rest(Money step, Money next) {
        Money rest = step.minus(next);
        return rest.isNegative() ? Money.zero(step.currency()) : rest;
    }

    private static String opening(BigDecimal share) {
        String edge = share.min(BigDecimal.ONE)
                .movePointRight(3)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
        return "M0 0 L" + edge + " 0 C" + edge + " 18 1000 8 1000 26 L0 26 Z";
    }

    private static String label(Ladder ladder, List<Part> parts, Words words, AmountUnit unit) {
        List<String> named = parts.stream()
                .map(part -> words.say("overview.raise.part", "name", part.meaning(), "amount", part.amount()))
                .toList();
        return words.say(
                "overview.raise.label",
                "committed",
                words.money().brief(ladder.committed(), unit),
                "parts",
                words.texts().list(named));
    }

    private static List<Step> steps(Ladder ladder, Optional<Money> goal, Words words) {
        List<Step> steps = new ArrayList<>();
        goal.ifPresent(amount -> steps.add(step("target", amount, ladder, goal, words)));
        steps.add(step("indicated", ladder.indicated(), ladder, goal, words));
        steps.add(step("accepted", ladder.accepted(), ladder, goal, words));
        steps.add(step("committed", ladder.committed(), ladder, goal, words));
        steps.add(step("called", ladder.called(), ladder, goal, words));
        steps.add(step("paid", ladder.paid(), ladder, goal, words));
        steps.add(step("invested", ladder.invested(), ladder, goal, words));
        steps.add(step("verified", ladder.verified(), ladder, goal, words));
        return List.copyOf(steps);
    }

    private static Step step(String name, Money amount, Ladder ladder, Optional<Money> goal, Words words) {
        MoneyWords money = words.money();
        String none = words.say("words.none");
        return new Step(
                words.say("overview.row." + name),
                amount.plain(),
                money.full(amount),
                ladder.committed().isPositive() && !name.equals("target")
                        ? money.percent(Share.of(amount, ladder.committed()))
                        : none,
                goal.map(whole -> money.percent(Share.of(amount, whole))).orElse(none));
    }
}
