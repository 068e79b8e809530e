package tranche.notifications.email.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.notifications.email.domain.Slip.Call;
import tranche.notifications.email.domain.Slip.Change;
import tranche.notifications.email.domain.Slip.Forecast;
import tranche.notifications.email.domain.Slip.Moved;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/**
 * All that a slip has moved in one line, of which nothing is untrue.
 *
 * @param project that moves; empty where several do, or none
 * @param projects how many move so
 * @param days how far the milestone that moves furthest does
 * @param isOwn whether the calls are the reader's own
 * @param amount that moves; empty where it has no one currency, or not all of it is known
 * @param year to which it moves, with {@code YEAR}
 */
public record Headline(
        Pace pace,
        Optional<UUID> project,
        int projects,
        int days,
        Turn turn,
        boolean isOwn,
        Optional<Money> amount,
        Optional<Integer> year) {

    /** How sites move. */
    public enum Pace {
        LATE,
        EARLY,
        NONE
    }

    /** What becomes of calls: known by their sum whether they go to one other year or to other days, or just otherwise. */
    public enum Turn {
        YEAR,
        DAYS,
        OTHERWISE,
        NONE
    }

    /** The line of what a slip has moved. */
    public static Headline of(Slip slip) {
        List<Moved> moved = slip.isOfCalls() ? slip.moved() : List.of();
        List<Forecast> forecasts = slip.forecasts();
        List<Moved> late = moved.stream().filter(one -> one.days() > 0).toList();
        List<Moved> said = late.isEmpty() ? moved : late;
        Set<UUID> projects = said.stream().map(Moved::project).collect(Collectors.toUnmodifiableSet());
        Pace pace = moved.isEmpty() ? Pace.NONE : late.isEmpty() ? Pace.EARLY : Pace.LATE;
        Optional<UUID> project = projects.size() == 1 ? projects.stream().findFirst() : Optional.empty();
        int days = said.stream().mapToInt(one -> Math.abs(one.days())).max().orElse(0);
        // Whoever runs a fund and has calls of its own there reads of its own: the fund's are the same once more.
        boolean isOwn = forecasts.stream().anyMatch(Forecast::isOwn);
        List<Forecast> mine =
                forecasts.stream().filter(one -> one.isOwn() == isOwn).toList();
        List<Call> shifted = mine.stream()
                .flatMap(one -> one.calls().stream())
                .filter(call -> call.change() == Change.MOVED)
                .toList();
        List<Call> toYear = shifted.stream().filter(Call::changesYear).toList();
        List<Integer> years = toYear.stream()
                .flatMap(call -> call.is().stream())
                .map(LocalDate::getYear)
                .distinct()
                .toList();
        boolean isAll = mine.stream().allMatch(one -> one.others() == 0);
        Optional<Money> ofYear = isAll && years.size() == 1 ? sum(toYear) : Optional.empty();
        Optional<Money> ofDays = isAll ? sum(shifted) : Optional.empty();
        Turn turn = forecasts.isEmpty()
                ? Turn.NONE
                : ofYear.isPresent() ? Turn.YEAR : ofDays.isPresent() ? Turn.DAYS : Turn.OTHERWISE;
        return new Headline(
                pace,
                project,
                projects.size(),
                days,
                turn,
                isOwn,
                ofYear.or(() -> ofDays),
                turn == Turn.YEAR ? years.stream().findFirst() : Optional.empty());
    }

    /** Empty where there are none, and where they are in several currencies, which are never added (rule D-14). */
    private static Optional<Money> sum(List<Call> calls) {
        List<Money> amounts =
                calls.stream().flatMap(call -> call.amount().stream()).toList();
        Set<Currency> currencies = amounts.stream().map(Money::currency).collect(Collectors.toUnmodifiableSet());
        return currencies.size() == 1 ? amounts.stream().reduce(Money::plus) : Optional.empty();
    }
}
