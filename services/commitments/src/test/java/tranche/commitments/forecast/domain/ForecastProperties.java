package tranche.commitments.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tranche.commitments.drawdown.domain.Timetable;
import tranche.commitments.drawdown.domain.TrancheId;
import tranche.commitments.forecast.domain.ForecastChange.Kind;
import tranche.commitments.fund.domain.CallBasis;
import tranche.values.calendar.WorkingDays;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** What holds for every forecast (rule D-34). */
class ForecastProperties {

    private static final Currency USD = new Currency("USD");
    private static final WorkingDays DAYS =
            WorkingDays.of(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of(LocalDate.of(2026, 12, 25)));

    private static Money cents(long cents) {
        return Money.ofMinor(USD, BigInteger.valueOf(cents));
    }

    @Property(tries = 500)
    void loses_nothing_and_calls_nobody_for_more_than_is_uncalled(
            @ForAll CallBasis basis,
            @ForAll("holders") List<Holder> holders,
            @ForAll("expected") List<Expected> expected) {
        Forecast forecast = Forecast.of(basis, holders, expected);

        assertThat(forecast.calls()).hasSameSizeAs(expected).allSatisfy(call -> {
            if (call.refusal().isEmpty()) {
                assertThat(call.lines().values().stream().reduce(cents(0), Money::plus))
                        .isEqualTo(call.expected().amount());
            }
        });
        assertThat(holders)
                .allSatisfy(holder -> assertThat(forecast.rowsOf(holder.key()).stream()
                                .map(ForecastRow::amount)
                                .reduce(cents(0), Money::plus))
                        .isLessThanOrEqualTo(holder.uncalled()));
    }

    @Property(tries = 300)
    void comes_out_the_same_in_whatever_order_it_is_asked(
            @ForAll CallBasis basis,
            @ForAll("holders") List<Holder> holders,
            @ForAll("expected") List<Expected> expected) {
        assertThat(Forecast.of(basis, holders.reversed(), expected.reversed()))
                .isEqualTo(Forecast.of(basis, holders, expected));
    }

    @Property(tries = 500)
    void differs_from_another_by_exactly_what_is_told(
            @ForAll("expected") List<Expected> one, @ForAll("expected") List<Expected> other) {
        List<ForecastRow> before = rows(one);
        List<ForecastRow> after = rows(other);

        List<ForecastChange> changes = ForecastChange.between(before, after);

        List<ForecastRow> patched = new ArrayList<>(before);
        for (ForecastChange change : changes) {
            change.before().ifPresent(patched::remove);
            change.after().ifPresent(patched::add);
            assertThat(change.kind() == Kind.NONE).isEqualTo(change.before().equals(change.after()));
        }
        assertThat(patched).containsExactlyInAnyOrderElementsOf(after);
        assertThat(changes).extracting(ForecastChange::tranche).doesNotHaveDuplicates();
    }

    private static List<ForecastRow> rows(List<Expected> expected) {
        return expected.stream()
                .map(call -> new ForecastRow(call.tranche(), call.timetable().due(), call.amount()))
                .toList();
    }

    @Provide
    Arbitrary<List<Holder>> holders() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 1_000_000);
        return Combinators.combine(amounts, amounts)
                .as((one, other) -> new Holder("", cents(Math.max(one, other)), cents(Math.min(one, other))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(holders -> IntStream.range(0, holders.size())
                        .mapToObj(at -> new Holder(
                                "holder-" + at,
                                holders.get(at).committed(),
                                holders.get(at).uncalled()))
                        .toList());
    }

    /** Of tranches 0 to 5, none twice. */
    @Provide
    Arbitrary<List<Expected>> expected() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.integers().between(0, 20))
                .as((number, amount, days) -> new Expected(
                        new TrancheId(new UUID(0, number)),
                        cents(amount),
                        Timetable.of(LocalDate.of(2026, 12, 14).plusDays(days), DAYS, 5, 10)))
                .list()
                .ofMaxSize(6)
                .uniqueElements(Expected::tranche);
    }
}
