package tranche.notifications.email.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.notifications.email.domain.Headline.Pace;
import tranche.notifications.email.domain.Headline.Turn;
import tranche.notifications.email.domain.Slip.Said;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Figure;
import tranche.values.money.Money;

@DisplayName("What a slip has moved, in one line")
class HeadlineTest {

    private static final UUID FAB = new UUID(1, 1);
    private static final UUID WIND = new UUID(1, 2);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 11, 20);

    private static Said milestone(AlertType type, UUID project, int days) {
        return new Said(
                type,
                new Gaps(Map.of(
                        "milestone", new Figure.Named(UUID.randomUUID()),
                        "project", new Figure.Named(project),
                        "previous", new Figure.Day(AUTUMN),
                        "date", new Figure.Day(AUTUMN.plusDays(type == AlertType.MS_06 ? -days : days)),
                        "days", new Figure.Count(days))));
    }

    private static Map<String, Figure> call(String change, String amount, LocalDate was, LocalDate is) {
        String[] money = amount.split(" ");
        Map<String, Figure> call = new HashMap<>(Map.of(
                "tranche", new Figure.Named(UUID.randomUUID()),
                "change", new Figure.Words(change)));
        if (!change.equals("ADDED")) {
            call.put("previousDue", new Figure.Day(was));
            call.put("previousAmount", new Figure.Amount(Money.of(money[0], money[1])));
        }
        if (!change.equals("REMOVED")) {
            call.put("due", new Figure.Day(is));
            call.put("amount", new Figure.Amount(Money.of(money[0], money[1])));
        }
        return call;
    }

    private static Map<String, Figure> moved(String amount, int days) {
        return call("MOVED", amount, AUTUMN, AUTUMN.plusDays(days));
    }

    @SafeVarargs
    private static Said forecast(String whose, int others, Map<String, Figure>... calls) {
        Map<String, Figure> gaps = new HashMap<>(calls[0]);
        gaps.put("fund", new Figure.Named(UUID.randomUUID()));
        gaps.put("whose", new Figure.Words(whose));
        gaps.put("others", new Figure.Count(others));
        gaps.put("further", new Figure.Repeated(Arrays.stream(calls).skip(1).toList()));
        return new Said(AlertType.FC_01, new Gaps(gaps));
    }

    private static Headline of(Said... alerts) {
        return Headline.of(Slip.of(List.of(alerts)));
    }

    @Test
    void says_which_project_slips_how_far_and_what_goes_to_which_year() {
        Headline headline = of(
                milestone(AlertType.MS_05, FAB, 90),
                milestone(AlertType.MS_05, FAB, 133),
                milestone(AlertType.MS_06, WIND, 200),
                forecast("INVESTOR", 0, moved("USD 100.10", 133), moved("USD 3.00", 120), moved("USD 7.00", 10)));

        assertThat(headline)
                .isEqualTo(new Headline(
                        Pace.LATE,
                        Optional.of(FAB),
                        1,
                        133,
                        Turn.YEAR,
                        true,
                        Optional.of(Money.of("USD", "103.10")),
                        Optional.of(2027)));
    }

    @Test
    void says_what_moves_where_all_of_it_stays_in_its_year_or_goes_to_several() {
        Headline within = of(milestone(AlertType.MS_05, FAB, 9), forecast("INVESTOR", 0, moved("USD 5.00", 9)));
        Headline years = of(
                milestone(AlertType.MS_05, FAB, 9),
                forecast("INVESTOR", 0, moved("USD 5.00", 100), moved("USD 6.00", 500)));

        assertThat(within.turn()).isEqualTo(Turn.DAYS);
        assertThat(within.amount()).contains(Money.of("USD", "5.00"));
        assertThat(years.turn()).isEqualTo(Turn.DAYS);
        assertThat(years.amount()).contains(Money.of("USD", "11.00"));
        assertThat(years.year()).isEmpty();
    }

    @Test
    @DisplayName("D-14: names no amount where it would have to add two currencies, or does not know all of it")
    void names_no_amount_that_is_not_true() {
        Headline currencies = of(
                milestone(AlertType.MS_05, FAB, 9),
                forecast("INVESTOR", 0, moved("USD 5.00", 100)),
                forecast("INVESTOR", 0, moved("EUR 5.00", 100)));
        Headline more = of(milestone(AlertType.MS_05, FAB, 9), forecast("INVESTOR", 1, moved("USD 5.00", 100)));
        Headline added = of(
                milestone(AlertType.MS_05, FAB, 9), forecast("INVESTOR", 0, call("ADDED", "USD 5.00", AUTUMN, AUTUMN)));

        assertThat(List.of(currencies, more, added)).allSatisfy(headline -> {
            assertThat(headline.turn()).isEqualTo(Turn.OTHERWISE);
            assertThat(headline.amount()).isEmpty();
        });
    }

    @Test
    void counts_an_investor_s_own_calls_once_where_it_runs_the_fund_too() {
        Headline both = of(
                milestone(AlertType.MS_05, FAB, 9),
                forecast("FUND", 0, moved("USD 50.00", 100)),
                forecast("INVESTOR", 0, moved("USD 5.00", 100)));

        assertThat(both.isOwn()).isTrue();
        assertThat(both.amount()).contains(Money.of("USD", "5.00"));
    }

    @Test
    void says_how_many_projects_slip_and_that_one_is_earlier_and_nothing_of_sites_where_none_is_told() {
        Headline several = of(milestone(AlertType.MS_05, FAB, 9), milestone(AlertType.MS_05, WIND, 12));
        Headline early = of(milestone(AlertType.MS_06, FAB, 9), milestone(AlertType.MS_06, FAB, 4));
        Headline calls = of(forecast("FUND", 0, moved("USD 1.00", 100)), forecast("FUND", 0, moved("USD 2.00", 100)));

        assertThat(several.project()).isEmpty();
        assertThat(several.projects()).isEqualTo(2);
        assertThat(several.days()).isEqualTo(12);
        assertThat(several.turn()).isEqualTo(Turn.NONE);
        assertThat(early.pace()).isEqualTo(Pace.EARLY);
        assertThat(early.days()).isEqualTo(9);
        assertThat(calls.pace()).isEqualTo(Pace.NONE);
        assertThat(calls.amount()).contains(Money.of("USD", "3.00"));
        assertThat(calls.isOwn()).isFalse();
    }

    /** What is moved, in whatever order it is told. */
    static List<Said> story(List<Integer> days, List<Integer> cents) {
        List<Said> alerts = new ArrayList<>();
        days.forEach(day -> alerts.add(milestone(AlertType.MS_05, day % 2 == 0 ? FAB : WIND, day)));
        cents.forEach(cent -> alerts.add(forecast(
                "INVESTOR",
                0,
                moved("USD " + Money.of("USD", cent + ".00").plain(), cent % 400 + 1),
                moved("USD 0.01", 100))));
        return alerts;
    }

    static Stream<Money> amounts(List<Said> alerts) {
        return Slip.of(alerts).forecasts().stream()
                .flatMap(forecast -> forecast.calls().stream())
                .flatMap(call -> call.amount().stream());
    }
}
