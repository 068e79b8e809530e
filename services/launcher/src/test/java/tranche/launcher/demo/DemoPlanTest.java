package tranche.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tranche.launcher.demo.SampleEntry.Fate;
import tranche.world.region.Calendars;
import tranche.world.region.HolidayCalendars;

final class DemoPlanTest {

    private static final BigInteger BILLION = BigInteger.TEN.pow(9);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private final Calendars calendars = new HolidayCalendars();
    private final DemoPlan plan = DemoPlan.whole(TODAY, calendars);

    @Test
    void is_the_same_each_time_on_a_day() {
        assertThat(DemoPlan.whole(TODAY, calendars)).isEqualTo(plan);
    }

    @Test
    void refers_to_nothing_that_an_earlier_stage_or_step_has_not_made() {
        Set<String> made = new HashSet<>();
        for (List<Chain> stage : plan.stages()) {
            Set<String> inStage = new HashSet<>();
            for (Chain chain : stage) {
                Set<String> known = new HashSet<>(made);
                for (Step step : chain.steps()) {
                    assertThat(known).as(step.key()).containsAll(step.references());
                    assertThat(inStage.add(step.key())).as(step.key()).isTrue();
                    known.add(step.key());
                }
            }
            made.addAll(inStage);
        }
        assertThat(made).contains(plan.investor()).hasSize(plan.size());
    }

    /** What a header takes and the API's idempotency keys may be long. */
    @Test
    void names_each_command_in_so_many_characters_of_ascii() {
        assertThat(steps().map(Step::idempotencyKey))
                .allMatch(key -> key.matches("[\\x21-\\x7e]{1,128}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_real_is_dated_by_its_sources_and_nothing_is_dated_ahead() {
        assertThat(dates(step -> !step.key().startsWith("sample:")))
                .allMatch(day -> day.isBefore(LocalDate.of(2026, 4, 1)));
        assertThat(dates(_ -> true)).noneMatch(TODAY::isBefore);
    }

    private Stream<LocalDate> dates(Predicate<Step> which) {
        return steps().filter(which)
                .flatMap(step -> Stream.of("effectiveDate", "asOf").map(step.body()::get))
                .filter(java.util.Objects::nonNull)
                .map(day -> LocalDate.parse(day.toString()));
    }

    /** The dates of an object's events only go on: a source of an earlier day than the step before it is dated with that. */
    @Test
    void the_steps_on_a_milestone_are_in_the_order_of_their_dates() {
        for (List<Chain> stage : plan.stages()) {
            for (Chain chain : stage) {
                if (chain.steps().getFirst().path().equals("/milestones")
                        && chain.steps().getFirst().key().startsWith("US-")) {
                    assertThat(chain.steps().stream()
                                    .flatMap(step ->
                                            Stream.ofNullable(step.body().get("effectiveDate")))
                                    .map(day -> LocalDate.parse(day.toString())))
                            .as(chain.steps().getFirst().key())
                            .isSorted();
                }
            }
        }
    }

    @Test
    void no_text_is_longer_than_an_event_may_carry() {
        assertThat(steps().flatMap(step -> Stream.of("sourceNote", "reason", "statement", "source")
                                .map(step.body()::get))
                        .filter(java.util.Objects::nonNull)
                        .map(Object::toString))
                .allMatch(text -> text.length() <= 2_000);
    }

    @Test
    void the_sample_has_every_kind_and_every_state_and_keeps_to_its_caps() {
        Sample sample = new Sample();
        List<SampleEntry> entries = sample.entries();

        assertThat(sample.investors().stream()
                        .map(chain -> chain.steps().getFirst().body().get("kind"))
                        .collect(Collectors.toSet()))
                .hasSize(7);
        assertThat(entries).hasSizeBetween(240, 600);
        assertThat(entries.stream().map(SampleEntry::fate).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Fate.values());
        assertThat(Arrays.stream(Fate.values())
                        .map(fate -> entries.stream()
                                .filter(entry -> entry.fate() == fate)
                                .count()))
                .allMatch(count -> count >= 8);
        for (SampleFund fund : Sample.FUNDS) {
            fund.capBillions()
                    .ifPresent(cap -> assertThat(entries.stream()
                                    .filter(entry -> entry.fund().equals(fund)
                                            && Set.of(Fate.CLOSED, Fate.TAKEN_ON, Fate.ACCEPTED)
                                                    .contains(entry.fate()))
                                    .map(SampleEntry::amount)
                                    .reduce(BigInteger.ZERO, BigInteger::add))
                            .isLessThan(new BigInteger(cap).multiply(BILLION)));
        }
    }

    @Test
    void what_waits_can_be_accepted_but_for_a_few_that_show_what_stops_it_and_come_last() {
        List<SampleEntry> waiting = new Sample()
                .entries().stream()
                        .filter(entry -> entry.fate() == Fate.SUBMITTED)
                        .sorted(Comparator.comparing(SampleEntry::amount).reversed())
                        .toList();

        assertThat(waiting.stream().filter(entry -> !entry.isAcceptable())).hasSizeBetween(2, 4);
        assertThat(waiting.subList(0, 10)).allMatch(SampleEntry::isAcceptable);
        assertThat(waiting).hasSizeGreaterThan(20);
    }

    private Stream<Step> steps() {
        return plan.stages().stream().flatMap(List::stream).flatMap(chain -> chain.steps().stream());
    }
}
