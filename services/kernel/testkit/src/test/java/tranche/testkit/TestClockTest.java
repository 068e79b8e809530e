package tranche.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestClockTest {

    private final TestClock clock = TestClock.at("2026-03-02T09:30:00Z");

    @Test
    void stands_still_until_it_is_moved() {
        assertThat(clock.now()).isEqualTo(clock.now()).isEqualTo("2026-03-02T09:30:00Z");

        clock.tick(Duration.ofMinutes(5));

        assertThat(clock.now()).isEqualTo("2026-03-02T09:35:00Z");
        assertThat(clock.monotonicNanos()).isEqualTo(Duration.ofMinutes(5).toNanos());
    }

    @Test
    void keeps_the_monotonic_time_when_the_wall_clock_is_set_back() {
        clock.tick(Duration.ofSeconds(1));

        clock.set(Instant.parse("2025-01-01T00:00:00Z"));

        assertThat(clock.now()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(clock.monotonicNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThatThrownBy(() -> clock.tick(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
