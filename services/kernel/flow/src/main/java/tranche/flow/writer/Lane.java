package tranche.flow.writer;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tranche.world.Failpoint;
import tranche.world.tasks.Tasks;
import tranche.world.time.Clock;

/**
 * One line of commands: what has arrived while the last batch was being committed is the next batch, so that a single
 * caller waits for one commit and many share one.
 */
final class Lane implements AutoCloseable {

    /** Commands in one commit: more would make the first wait for the last. */
    private static final int MOST_IN_BATCH = 1_000;

    /** What a queue may hold at all; the expected wait refuses long before. */
    private static final int MOST_WAITING = 20_000;

    /** A command that would wait longer than this is refused at once, when it can still be sent elsewhere or later. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    /** How long a lane that is being closed waits for what is already queued. */
    private static final Duration DRAIN = Duration.ofSeconds(5);

    /** Weight of the newest batch in the running mean of how long one takes. */
    private static final double NEWEST = 0.2;

    private final BlockingQueue<Pending<?, ?, ?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final GroupCommit commit;
    private final Clock clock;
    private final Tasks.Task task;
    private final DistributionSummary sizes;
    private final Timer times;
    private volatile double batchNanos;
    private volatile boolean closing;

    Lane(String name, GroupCommit commit, Clock clock, Tasks tasks, MeterRegistry metrics) {
        this.commit = commit;
        this.clock = clock;
        this.sizes = metrics.summary("tranche.writer.batch.size", "lane", name);
        this.times = metrics.timer("tranche.writer.batch.time", "lane", name);
        metrics.gauge("tranche.writer.queue", Tags.of("lane", name), queue, BlockingQueue::size);
        this.task = tasks.start(name, this::run);
    }

    /** @throws Overloaded if it would wait too long */
    void add(Pending<?, ?, ?> pending) {
        double wait = batchNanos * (1 + (double) queue.size() / MOST_IN_BATCH);
        if (closing || (wait > LONGEST_WAIT.toNanos() && queue.size() > MOST_IN_BATCH) || !queue.offer(pending)) {
            throw new Overloaded(Duration.ofSeconds(1));
        }
    }

    private void run() throws InterruptedException {
        List<Pending<?, ?, ?>> waiting = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            Pending<?, ?, ?> first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first == null) {
                continue;
            }
            Failpoint.at("writer.dequeued");
            waiting.add(first);
            queue.drainTo(waiting, MOST_IN_BATCH - 1);
            for (List<Pending<?, ?, ?>> batch : Batches.of(waiting)) {
                long started = clock.monotonicNanos();
                commitAll(batch);
                long took = clock.monotonicNanos() - started;
                batchNanos = batchNanos * (1 - NEWEST) + took * NEWEST;
                sizes.record(batch.size());
                times.record(took, TimeUnit.NANOSECONDS);
            }
            waiting.clear();
        }
    }

    @SuppressWarnings("unchecked") // a batch has submissions of one feature, so they share its types
    private <S, C, E> void commitAll(List<Pending<?, ?, ?>> batch) throws InterruptedException {
        List<Pending<S, C, E>> typed = new ArrayList<>(batch.size());
        batch.forEach(pending -> typed.add((Pending<S, C, E>) pending));
        commit.run(typed);
    }

    /** Takes no more, finishes what is queued, and ends. */
    @Override
    public void close() {
        closing = true;
        long deadline = clock.monotonicNanos() + DRAIN.toNanos();
        while (task.isRunning() && clock.monotonicNanos() < deadline) {
            try {
                commit.pause(Duration.ofMillis(10));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        task.close();
        Overloaded gone = new Overloaded(Duration.ofSeconds(1));
        queue.forEach(pending -> pending.outcome().completeExceptionally(gone));
    }
}
