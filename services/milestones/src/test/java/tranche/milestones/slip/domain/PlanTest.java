package tranche.milestones.slip.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.values.calendar.WorkingDays;

class PlanTest {

    private static final WorkingDays EVERY_DAY = WorkingDays.of(Set.of(), List.of());
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static PlanStep<Integer> step(int id, int days, int lag) {
        return new PlanStep<>(
                id,
                EVERY_DAY,
                days,
                id == 0 ? List.of() : List.of(new Link<>(id - 1, lag)),
                Optional.empty(),
                Optional.empty(),
                new Progress.Ahead());
    }

    private static Forecast<Integer> last(int steps, int days, int lag) {
        var all = IntStream.range(0, steps).mapToObj(id -> step(id, days, lag)).toList();
        var plan = ((Sequence.Ordered<Integer>) Plan.of(all, Map.of())).plan();
        return plan.forecast(START, START).lastEntry().getValue();
    }

    @Test
    @DisplayName("D-33: however long a row of milestones is, its end is a day that can be written")
    void ends_where_dates_end() {
        assertThat(last(2, 10, 0).finish()).isEqualTo(START.plusDays(20));
        assertThat(last(1_000, 10_000, 10_000).finish()).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(last(1_000, 0, -10_000).room().orElseThrow().latestStart()).isAfterOrEqualTo(LocalDate.of(1, 1, 1));
    }
}
