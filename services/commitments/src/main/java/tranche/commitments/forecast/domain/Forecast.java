package tranche.commitments.forecast.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.money.Allocation;
import tranche.values.money.Money;
import tranche.values.money.Participant;

/**
 * The calls that a fund's tranches are to be expected to make, one after the other, each shared by what the ones before it
 * leave uncalled (rule D-34). It promises nothing and books nothing.
 *
 * @param calls in the order of their due dates, and of the tranches' ids where these are equal
 */
public record Forecast(List<ForecastCall> calls) {

    public Forecast {
        calls = List.copyOf(calls);
    }

    /**
     * Runs the calls through. One that cannot be shared, for too little is left, draws on nothing.
     *
     * @param basis by which the fund's calls are shared
     * @param holders in any order
     * @param expected in any order; no tranche twice
     */
    public static Forecast of(CallBasis basis, Collection<Holder> holders, Collection<Expected> expected) {
        Map<String, Money> uncalled = new HashMap<>();
        holders.forEach(holder -> uncalled.put(holder.key(), holder.uncalled()));
        List<ForecastCall> calls = new ArrayList<>();
        for (Expected one : expected.stream().sorted(Expected.BY_DUE).toList()) {
            ForecastCall call = call(one, basis, holders, uncalled);
            call.lines().forEach((key, share) -> uncalled.merge(key, share, Money::minus));
            calls.add(call);
        }
        return new Forecast(calls);
    }

    private static ForecastCall call(
            Expected expected, CallBasis basis, Collection<Holder> holders, Map<String, Money> uncalled) {
        List<Participant> participants = holders.stream()
                .map(holder -> participant(holder, basis, Objects.requireNonNull(uncalled.get(holder.key()))))
                .toList();
        return switch (Allocation.of(expected.amount(), participants)) {
            case Allocation.Shares shares -> new ForecastCall(expected, shares.byKey(), Optional.empty());
            case Allocation.Refused refused ->
                new ForecastCall(expected, Collections.emptySortedMap(), Optional.of(refused.refusal()));
        };
    }

    private static Participant participant(Holder holder, CallBasis basis, Money left) {
        Money weight = switch (basis) {
            case COMMITMENT -> holder.committed();
            case UNCALLED -> left;
        };
        return Participant.of(holder.key(), weight).cappedAt(left);
    }

    /** What the fund as a whole is to be expected to call, in the order of the calls. */
    public List<ForecastRow> rows() {
        return calls.stream().map(call -> row(call, call.expected().amount())).toList();
    }

    /** What one holder is to be expected to be called for, in the order of the calls; nothing is no row. */
    public List<ForecastRow> rowsOf(String holder) {
        return calls.stream()
                .filter(call -> Optional.ofNullable(call.lines().get(holder))
                        .filter(Money::isPositive)
                        .isPresent())
                .map(call -> row(call, Objects.requireNonNull(call.lines().get(holder))))
                .toList();
    }

    private static ForecastRow row(ForecastCall call, Money amount) {
        return new ForecastRow(
                call.expected().tranche(), call.expected().timetable().due(), amount);
    }
}
