package tranche.launcher.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import tranche.launcher.up.Api;

/**
 * A client that sends a command whose outcome it does not know again, under the same key and word for word, until it knows
 * it. It keeps what it was told.
 */
final class Insistent extends Api {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration SEND_AGAIN = Duration.ofMillis(250);
    private static final String KEY = "Idempotency-Key";

    /** The server is away, overloaded, or has the first attempt still in its hands. */
    private static final Set<Integer> UNKNOWN = Set.of(429, 500, 502, 503, 504);

    private final List<Answered> answered = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger repeated = new AtomicInteger();

    /** Each attempt reads; whoever writes has it quiet. */
    private final ReadWriteLock attempts = new ReentrantReadWriteLock();

    Insistent(int port, Path data) {
        super(port, data);
    }

    /** A command and the answer that its sender was given. */
    private record Answered(Command command, Reply reply) {}

    /** @param headers names and values in turn, the key among them */
    private record Command(String account, String path, String body, List<String> headers) {}

    /** The answer to a command, however often it takes to get one. */
    @Override
    public Reply post(String account, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains(KEY)) {
            all.addAll(List.of(KEY, UUID.randomUUID().toString()));
        }
        Command command = new Command(account, path, body, List.copyOf(all));
        Reply reply = attempt(command).orElseGet(() -> insist(command));
        assertThat(reply.status()).as(path + ": " + reply.raw().body()).isBetween(200, 201);
        answered.add(new Answered(command, reply));
        return reply;
    }

    private Reply insist(Command command) {
        repeated.incrementAndGet();
        return await().atMost(LIMIT)
                .pollInterval(SEND_AGAIN)
                .until(() -> attempt(command), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Reply> attempt(Command command) {
        attempts.readLock().lock();
        try {
            Reply reply = once(command);
            boolean underWay = reply.text("type").endsWith("/request-in-progress");
            return underWay || UNKNOWN.contains(reply.status()) ? Optional.empty() : Optional.of(reply);
        } catch (UncheckedIOException unknown) {
            return Optional.empty();
        } finally {
            attempts.readLock().unlock();
        }
    }

    private Reply once(Command command) {
        return super.post(command.account, command.path, command.body, command.headers.toArray(String[]::new));
    }

    /** Sends nothing from now on; returns when nothing is under way any more. */
    void hold() {
        attempts.writeLock().lock();
    }

    /** Sends again, what it held back first; to be called by the thread that called {@link #hold}. */
    void goOn() {
        attempts.writeLock().unlock();
    }

    int acknowledged() {
        return answered.size();
    }

    /** How often a command was sent again because its outcome was unknown. */
    int repeated() {
        return repeated.get();
    }

    /** Sends so many of the commands that were answered last once more: each is answered as it was. */
    void assertAnsweredAlike(int most) {
        List<Answered> last;
        synchronized (answered) {
            last = List.copyOf(answered.subList(Math.max(0, answered.size() - most), answered.size()));
        }
        for (Answered one : last) {
            Reply again = once(one.command);
            assertThat(again.status())
                    .as(one.command + ": " + again.raw().body())
                    .isEqualTo(one.reply.status());
            assertThat(again.body()).as(one.command.toString()).isEqualTo(one.reply.body());
        }
    }
}
