package tranche.milestones.milestone.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.milestone.domain.Sites.BASELINE;
import static tranche.milestones.milestone.domain.Sites.FIRST;
import static tranche.milestones.milestone.domain.Sites.NOW;
import static tranche.milestones.milestone.domain.Sites.TODAY;
import static tranche.milestones.milestone.domain.Sites.events;
import static tranche.milestones.milestone.domain.Sites.in;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.milestones.milestone.domain.MilestoneCommand.Reforecast;
import tranche.milestones.milestone.domain.MilestoneEvent.ForecastChanged;
import tranche.milestones.milestone.domain.MilestoneEvent.Slipped;
import tranche.milestones.milestone.domain.MilestoneEvent.Why;
import tranche.values.actor.Actor;

/** What is told of why a forecast moved has an end, however much there is to tell. */
class WhyTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 900})
    void names_the_last_hundred_causes(int more) {
        List<UUID> causes = LongStream.range(0, 100 + more)
                .mapToObj(number -> new UUID(0, number))
                .toList();

        Why told = told(causes, List.of());

        assertThat(told.causes()).isEqualTo(causes.subList(Math.max(0, more), causes.size()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 980})
    void names_the_twenty_nearest_drivers(int more) {
        List<Driving> chain = IntStream.range(0, 20 + more)
                .mapToObj(number -> new Driving(Sites.milestone(number), number))
                .toList();

        Why told = told(List.of(), chain);

        assertThat(told.chain()).isEqualTo(chain.subList(0, Math.min(20, chain.size())));
    }

    /** As the change of the forecast and the slip tell it. */
    private static Why told(List<UUID> causes, List<Driving> chain) {
        var run = new Reforecast(FIRST, BASELINE.plusDays(3), TODAY, causes, chain, Actor.SYSTEM);
        List<MilestoneEvent> events = events(in(MilestoneState.PLANNED).decide(run, NOW));
        Why why = ((ForecastChanged) events.get(0)).why();
        assertThat(((Slipped) events.get(1)).why()).isEqualTo(why);
        return why;
    }
}
