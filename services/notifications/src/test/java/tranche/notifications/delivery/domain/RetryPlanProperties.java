package tranche.notifications.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import tranche.notifications.notice.domain.Channel;

class RetryPlanProperties {

    /** N-11: a pause is never more than half of itself away from the plan, and never nothing. */
    @Property
    void pauses_are_spread_around_the_plan_s(
            @ForAll boolean isMail,
            @ForAll @IntRange(min = 1, max = 12) int attempts,
            @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double chance) {
        RetryPlan plan = Way.of(isMail ? Channel.EMAIL : Channel.WEBHOOK).retries();
        var pause = plan.pauseAfter(attempts, chance);

        assertThat(pause.isPresent()).isEqualTo(attempts <= plan.pauses().size());
        pause.ifPresent(drawn -> {
            Duration planned = plan.pauses().get(attempts - 1);
            assertThat(drawn).isBetween(planned.dividedBy(2), planned.plus(planned.dividedBy(2)));
        });
    }

    /** N-11: 24 hours for e-mail, 72 for webhooks, by what is drawn on average. */
    @Property
    void the_whole_takes_as_long_as_the_rule_says(@ForAll boolean isMail) {
        RetryPlan plan = Way.of(isMail ? Channel.EMAIL : Channel.WEBHOOK).retries();
        Duration whole = IntStream.rangeClosed(1, plan.pauses().size())
                .mapToObj(attempts -> plan.pauseAfter(attempts, 0.5).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(whole.toHours()).isBetween(isMail ? 23L : 70L, isMail ? 24L : 72L);
    }
}
