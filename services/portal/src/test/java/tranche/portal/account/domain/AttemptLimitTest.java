package tranche.portal.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void a_number_may_be_tried_at_once_and_then_one_more_each_interval() {
        AttemptLimit limit = new AttemptLimit(2, MINUTE, 10);

        assertThat(limit.take("a", 0)).isZero();
        assertThat(limit.take("a", 0)).isZero();
        assertThat(limit.take("a", 0)).isEqualTo(MINUTE);
        assertThat(limit.take("a", MINUTE.toNanos() - 1)).isPositive();
        assertThat(limit.take("a", MINUTE.toNanos())).isZero();
        assertThat(limit.take("a", MINUTE.toNanos())).isPositive();
    }

    @Test
    void what_is_held_back_costs_nothing() {
        AttemptLimit limit = new AttemptLimit(1, MINUTE, 10);
        limit.take("a", 0);
        for (int i = 0; i < 100; i++) {
            limit.take("a", 1);
        }

        assertThat(limit.take("a", MINUTE.toNanos())).isZero();
    }

    @Test
    void names_do_not_share_and_a_right_try_gives_all_back() {
        AttemptLimit limit = new AttemptLimit(1, MINUTE, 10);
        limit.take("a", 0);

        assertThat(limit.take("b", 0)).isZero();
        assertThat(limit.take("a", 0)).isPositive();
        limit.forget("a");
        assertThat(limit.take("a", 0)).isZero();
    }

    @Test
    void rest_saves_up_no_more_than_the_number_at_once() {
        AttemptLimit limit = new AttemptLimit(2, MINUTE, 10);
        limit.take("a", 0);
        long later = Duration.ofDays(1).toNanos();

        assertThat(limit.take("a", later)).isZero();
        assertThat(limit.take("a", later)).isZero();
        assertThat(limit.take("a", later)).isPositive();
    }

    @Test
    void of_more_names_than_it_remembers_the_one_longest_unseen_is_forgotten() {
        AttemptLimit limit = new AttemptLimit(1, MINUTE, 2);
        limit.take("a", 0);
        limit.take("b", 0);
        limit.take("a", 0);
        limit.take("c", 0);

        assertThat(limit.take("a", 0)).as("seen lately").isPositive();
        assertThat(limit.take("b", 0)).as("forgotten").isZero();
    }
}
