package tranche.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tranche.launcher.demo.SampleEntry.Fate;

final class DemoPlanTest {

    private static final BigInteger BILLION = BigInteger.TEN.pow(9);

    private final DemoPlan plan = DemoPlan.whole();

    @Test
    void is_the_same_each_time() {
        assertThat(DemoPlan.whole()).isEqualTo(plan);
    }

    @Test
    void refers_to_nothing_that_an_earlier_stage_or_step_has_not_made() {
        Set<String> made = new HashSet<>();
        for (List<Chain> stage : plan.stages()) {
            Set<String> inStage = new HashSet<>();
            for (Chain chain : stage) {
                Set<String> known = new HashSet<>(made);
                for (Step step : chain.steps()) {
                    assertThat(known).as(step.key()).containsAll(references(step.body()));
                    step.path(key -> {
                        assertThat(known).contains(key);
                        return "00000000-0000-7000-8000-000000000000";
                    });
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
    void nothing_is_dated_after_the_last_winter_but_the_closing_to_come() {
        assertThat(steps().flatMap(step -> Stream.of("effectiveDate", "asOf").map(step.body()::get))
                        .filter(java.util.Objects::nonNull)
                        .map(day -> LocalDate.parse(day.toString())))
                .allMatch(day -> day.isBefore(LocalDate.of(2026, 4, 1)));
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

    private static Set<String> references(Object value) {
        return switch (value) {
            case Step.Made(String key) -> Set.of(key);
            case Step.Seen(String key) -> Set.of(key);
            case Map<?, ?> fields ->
                fields.values().stream()
                        .flatMap(field -> references(field).stream())
                        .collect(Collectors.toSet());
            case List<?> items ->
                items.stream().flatMap(item -> references(item).stream()).collect(Collectors.toSet());
            default -> Set.of();
        };
    }
}
