package tranche.portal.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tranche.flow.writer.Unavailable;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Theme;
import tranche.portal.session.domain.Visitor;
import tranche.testkit.TestClock;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.world.tasks.ThreadTasks;

@DisplayName("What waits for whoever opens a page")
class CountersTest {

    private static final Visitor ANA = visitor();

    private final TestClock clock = TestClock.at("2026-03-02T09:30:00Z");
    private final AtomicInteger asked = new AtomicInteger();

    private static Visitor visitor() {
        UUID account = UUID.randomUUID();
        return new Visitor(
                "Ana",
                new Actor(account, account, Access.NONE),
                new Reader(Reader.LOCALES.getFirst(), Theme.SYSTEM, Zones.UTC),
                "csrf",
                Optional.empty());
    }

    /** Whoever knows of the alerts, and answers by its own rules. */
    private interface Knowing {
        OptionalInt count() throws InterruptedException;
    }

    private Counters counters(Knowing knowing) {
        Counted alerts = new Counted() {
            @Override
            public MenuEntry entry() {
                return MenuEntry.ALERTS;
            }

            @Override
            public boolean isFor(Visitor visitor) {
                return visitor.equals(ANA);
            }

            @Override
            public OptionalInt count(Visitor visitor) {
                asked.incrementAndGet();
                try {
                    return knowing.count();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        };
        return new Counters(List.of(alerts), new ThreadTasks(), clock);
    }

    /** Waits until the counter has heard of it. */
    private static Counts once(Counters counters, Counts wanted) throws InterruptedException {
        Counts now = counters.of(ANA);
        while (!now.equals(wanted)) {
            new ThreadTasks().sleep(Duration.ofMillis(1));
            now = counters.of(ANA);
        }
        return now;
    }

    @Test
    @Timeout(10)
    void is_asked_for_once_by_pages_that_are_opened_one_after_the_other() throws InterruptedException {
        AtomicInteger unread = new AtomicInteger(3);
        Counters counters = counters(() -> OptionalInt.of(unread.get()));
        once(counters, new Counts(Map.of(MenuEntry.ALERTS, 3)));

        unread.set(4);
        clock.tick(Counters.FRESH);
        assertThat(counters.of(ANA)).isEqualTo(new Counts(Map.of(MenuEntry.ALERTS, 3)));
        assertThat(asked).hasValue(1);

        clock.tick(Duration.ofMillis(1));
        once(counters, new Counts(Map.of(MenuEntry.ALERTS, 4)));
        assertThat(asked).hasValue(2);
    }

    @Test
    @Timeout(10)
    void is_asked_for_again_by_whoever_has_just_read_the_last_of_it() throws InterruptedException {
        AtomicInteger unread = new AtomicInteger(1);
        Counters counters = counters(() -> OptionalInt.of(unread.get()));
        once(counters, new Counts(Map.of(MenuEntry.ALERTS, 1)));

        unread.set(0);
        counters.anew(ANA);

        assertThat(once(counters, Counts.NONE)).isEqualTo(Counts.NONE);
        assertThat(asked).hasValue(2);
    }

    @Test
    @Timeout(10)
    void keeps_no_page_waiting_for_a_service_that_does_not_answer_and_is_told_when_it_does()
            throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        Counters counters = counters(() -> {
            answers.await();
            return OptionalInt.of(2);
        });

        assertThat(counters.of(ANA)).isEqualTo(Counts.NONE);
        clock.tick(Counters.AWAY);
        assertThat(counters.of(ANA)).isEqualTo(Counts.NONE);
        assertThat(asked).as("one question is under way").hasValue(1);

        answers.countDown();
        once(counters, new Counts(Map.of(MenuEntry.ALERTS, 2)));
    }

    @Test
    @Timeout(10)
    void is_unknown_while_its_service_is_away_which_is_left_alone_for_a_while() throws InterruptedException {
        AtomicInteger unread = new AtomicInteger(-1);
        AtomicInteger looked = new AtomicInteger();
        Counters counters = counters(() -> {
            int number = unread.get();
            looked.incrementAndGet();
            return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
        });
        do {
            counters.of(ANA);
        } while (looked.get() == 0);
        assertThat(counters.of(ANA)).as("what is being answered is waited for").isEqualTo(Counts.NONE);

        unread.set(5);
        clock.tick(Counters.AWAY.minusMillis(1));
        assertThat(counters.of(ANA)).isEqualTo(Counts.NONE);
        assertThat(asked).hasValue(1);

        clock.tick(Counters.FRESH.plusMillis(1));
        once(counters, new Counts(Map.of(MenuEntry.ALERTS, 5)));
        assertThat(asked).hasValue(2);
    }

    @Test
    @Timeout(10)
    void costs_the_number_alone_where_the_database_is_away() throws InterruptedException {
        Counters counters = counters(() -> {
            throw new Unavailable("nobody there", new IllegalStateException());
        });

        assertThat(once(counters, Counts.NONE)).isEqualTo(Counts.NONE);
        assertThat(counters.of(visitor()))
                .as("of whoever has none, nobody is asked")
                .isEqualTo(Counts.NONE);
        assertThat(asked).hasValue(1);
    }
}
