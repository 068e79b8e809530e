package tranche.portal.frame.page;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.writer.Unavailable;
import tranche.portal.session.domain.Visitor;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * Knows how much waits for whoever opens a page, without keeping the page waiting.
 *
 * <p>What waits is kept by other services, and some of it is told by no event. So it is asked for beside the page, once for all
 * pages of an account, and a page takes what is known when its time is up: an answer that comes later reaches it by the stream
 * that it follows. Of whoever does not answer nothing is said, and nobody asks there again for a while.
 */
@Singleton
public final class Counters {

    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

    /** What was counted so lately is told again: a person opens one page after the other. */
    static final Duration FRESH = Duration.ofSeconds(5);

    /** Nobody notices so long; whoever is well answers in a tenth of it. */
    static final Duration PATIENCE = Duration.ofMillis(100);

    /** For so long nobody is asked who did not answer. */
    static final Duration AWAY = Duration.ofSeconds(15);

    /** What more accounts than these were told lately is not kept. */
    private static final int MOST_KEPT = 10_000;

    private final List<Counted> counted;
    private final Tasks tasks;
    private final Clock clock;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
    private final Map<MenuEntry, Long> awayUntil = new ConcurrentHashMap<>();

    Counters(List<Counted> counted, Tasks tasks, Clock clock) {
        this.counted = List.copyOf(counted);
        this.tasks = tasks;
        this.clock = clock;
    }

    private record Question(UUID account, MenuEntry entry) {}

    /**
     * What is answered to a question.
     *
     * @param before what was known when it was put
     * @param at when that was, on the clock that never goes back
     */
    private record Answer(CompletableFuture<OptionalInt> number, OptionalInt before, long at) {

        OptionalInt known() {
            return number.getNow(before);
        }

        boolean holds(long now) {
            return !number.isDone() || now - at <= FRESH.toNanos();
        }
    }

    /** What waits for the visitor, as far as it is known by now. */
    public Counts of(Visitor visitor) {
        return counts(visitor, false);
    }

    /** The same for whoever has just done something, so that what was counted before need not be so any more. */
    public Counts anew(Visitor visitor) {
        return counts(visitor, true);
    }

    /** The same without waiting at all: where something has gone wrong already, or the thread is not the caller's own. */
    Counts atOnce(Visitor visitor) {
        return counts(asked(visitor, false));
    }

    private Counts counts(Visitor visitor, boolean anew) {
        Map<MenuEntry, Answer> asked = asked(visitor, anew);
        CompletableFuture<?>[] numbers =
                asked.values().stream().map(Answer::number).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(numbers)
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return counts(asked);
    }

    private Map<MenuEntry, Answer> asked(Visitor visitor, boolean anew) {
        Map<MenuEntry, Answer> asked = new EnumMap<>(MenuEntry.class);
        for (Counted one : counted) {
            if (one.isFor(visitor)) {
                asked.put(one.entry(), ask(one, visitor, anew));
            }
        }
        return asked;
    }

    private static Counts counts(Map<MenuEntry, Answer> asked) {
        Map<MenuEntry, Integer> numbers = new EnumMap<>(MenuEntry.class);
        asked.forEach((entry, answer) ->
                answer.known().stream().filter(number -> number > 0).forEach(number -> numbers.put(entry, number)));
        return new Counts(numbers);
    }

    private Answer ask(Counted one, Visitor visitor, boolean anew) {
        long now = clock.monotonicNanos();
        if (answers.size() > MOST_KEPT) {
            answers.values().removeIf(answer -> !answer.holds(now));
        }
        return answers.compute(
                new Question(visitor.account(), one.entry()),
                (_, before) -> before != null && before.holds(now) && !anew ? before : put(one, visitor, before, now));
    }

    private Answer put(Counted one, Visitor visitor, @Nullable Answer before, long now) {
        Answer answer =
                new Answer(new CompletableFuture<>(), before == null ? OptionalInt.empty() : before.known(), now);
        if (now < awayUntil.getOrDefault(one.entry(), now)) {
            answer.number().complete(OptionalInt.empty());
        } else {
            tasks.start("portal-count", () -> count(one, visitor, answer.number()));
        }
        return answer;
    }

    /** Whatever goes wrong there costs the number and nothing else. */
    private void count(Counted one, Visitor visitor, CompletableFuture<OptionalInt> answer) {
        OptionalInt number = OptionalInt.empty();
        try {
            number = one.count(visitor);
        } catch (Unavailable away) {
            LOG.info("what waits for {} is not counted: {}", visitor, away.getMessage());
        } finally {
            // Before anybody takes it for answered: whoever comes then is not to ask again.
            if (number.isEmpty()) {
                awayUntil.put(one.entry(), clock.monotonicNanos() + AWAY.toNanos());
            }
            answer.complete(number);
        }
    }
}
