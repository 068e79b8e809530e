package tranche.commitments.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.commitments.drawdown.domain.Slices.BEN;
import static tranche.commitments.drawdown.domain.Slices.POWER;
import static tranche.commitments.drawdown.domain.Slices.SECOND;
import static tranche.commitments.drawdown.domain.Slices.SHELL;
import static tranche.commitments.drawdown.domain.Slices.after;
import static tranche.commitments.drawdown.domain.Slices.approve;
import static tranche.commitments.drawdown.domain.Slices.draft;
import static tranche.commitments.drawdown.domain.Slices.id;
import static tranche.commitments.drawdown.domain.Slices.told;
import static tranche.commitments.drawdown.domain.Slices.usd;
import static tranche.commitments.drawdown.domain.Slices.verified;
import static tranche.commitments.drawdown.domain.Slices.waitingFor;
import static tranche.commitments.forecast.domain.Outlooks.linesFor;
import static tranche.commitments.forecast.domain.Outlooks.run;
import static tranche.commitments.forecast.domain.Outlooks.slip;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.drawdown.domain.Tranches;
import tranche.commitments.investor.domain.InvestorId;
import tranche.values.money.Money;

/** What holds for every run of a forecast, after whatever slips (rule D-34). */
class ForecastRunProperties {

    private static Tranches aFundOfTwoTranches() {
        Tranches first = waitingFor(verified(SHELL));
        Tranches drafted = after(first, draft(SECOND, verified(POWER)));
        return after(drafted, approve(drafted, SECOND, BEN));
    }

    /** Two commitments of each investor but the last. */
    private static Commitment[] closed(List<Integer> amounts) {
        return IntStream.range(0, amounts.size())
                .mapToObj(
                        place -> Outlooks.closed(place, new InvestorId(id(40 + place / 2)), amounts.get(place) + ".00"))
                .toArray(Commitment[]::new);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(usd("0.00"), Money::plus);
    }

    private static List<Money> amounts(Prospects told, TrancheId tranche, boolean ofFund) {
        return told.told().values().stream()
                .filter(one -> one.investor().isEmpty() == ofFund)
                .flatMap(one -> one.rows().stream())
                .filter(row -> row.tranche().equals(tranche))
                .map(ForecastRow::amount)
                .toList();
    }

    @Property(tries = 200)
    void what_was_told_adds_up_and_is_told_once(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 100, max = 5_000) Integer> amounts,
            @ForAll @Size(max = 6) List<@IntRange(min = -20, max = 400) Integer> slips) {
        Tranches tranches = aFundOfTwoTranches();
        Prospects told = Outlooks.after(Outlooks.of(tranches, closed(amounts)));
        for (int step = 0; step < slips.size(); step++) {
            tranches = told(tranches, slip(step % 2 == 0 ? SHELL : POWER, slips.get(step), "Late"));
            told = Outlooks.after(Outlooks.now(told, tranches));

            assertThat(run(Outlooks.now(told, tranches))).isEmpty();
        }
        for (TrancheId tranche : told.timetables().keySet()) {
            List<Money> shares = amounts(told, tranche, false);
            // A call for which too little is left is expected of the fund and of nobody.
            if (!shares.isEmpty()) {
                assertThat(sum(shares)).isEqualTo(sum(amounts(told, tranche, true)));
            }
        }
    }

    @Property(tries = 200)
    void who_is_told_is_who_is_called_otherwise(
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 100, max = 5_000) Integer> amounts,
            @ForAll @IntRange(min = -20, max = 400) int slip) {
        Tranches before = aFundOfTwoTranches();
        Prospects told = Outlooks.after(Outlooks.of(before, closed(amounts)));
        Prospects now = Outlooks.now(told, told(before, slip(SHELL, slip, "Late")));
        List<ForecastEvent> events = run(now);
        Prospects after = Outlooks.after(now);

        for (int place = 0; place <= (amounts.size() - 1) / 2; place++) {
            Optional<InvestorId> whom = Optional.of(new InvestorId(id(40 + place)));
            boolean differs = !told.toldTo(whom).equals(after.toldTo(whom));
            assertThat(linesFor(events, whom).isEmpty()).isEqualTo(!differs);
        }
    }
}
