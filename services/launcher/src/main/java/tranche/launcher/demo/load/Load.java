package tranche.launcher.demo.load;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import tranche.launcher.demo.Chain;
import tranche.launcher.demo.DemoPlan;
import tranche.launcher.demo.Step;
import tranche.world.tasks.Tasks;

/**
 * Brings a plan in: stage by stage, many chains of a stage at a time, so that the services commit them together. A step
 * that is refused ends its chain and no other.
 */
final class Load {

    /** Enough in flight to fill the services' batches, few enough to leave room for people. */
    private static final int AT_A_TIME = 48;

    private final DemoPlan plan;
    private final Sender sender;
    private final Tasks tasks;
    private final IntConsumer progress;
    private final Consumer<UUID> bind;
    private final AtomicInteger passed = new AtomicInteger();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private boolean isBound;

    /**
     * @param progress told how many steps are behind us, from any thread
     * @param bind told the plan's investor once, before anything happens to what it holds: only then is it told of that
     */
    Load(DemoPlan plan, Sender sender, Tasks tasks, IntConsumer progress, Consumer<UUID> bind) {
        this.plan = plan;
        this.sender = sender;
        this.tasks = tasks;
        this.progress = progress;
        this.bind = bind;
    }

    /**
     * Brings the stages in, up to the first that is not whole: what follows builds on it.
     *
     * @return why steps were not done; empty when all is in
     */
    List<String> run() throws InterruptedException {
        for (List<Chain> stage : plan.stages()) {
            if (refusals.isEmpty()) {
                run(stage);
                bindInvestor();
            }
        }
        return List.copyOf(refusals);
    }

    private void bindInvestor() {
        if (!isBound && sender.hasSent(plan.investor())) {
            isBound = true;
            bind.accept(UUID.fromString(sender.id(plan.investor())));
        }
    }

    private void run(List<Chain> stage) throws InterruptedException {
        Queue<Chain> waiting = new ConcurrentLinkedQueue<>(stage);
        int width = Math.min(AT_A_TIME, stage.size());
        CountDownLatch ended = new CountDownLatch(width);
        List<Tasks.Task> hands = IntStream.range(0, width)
                .mapToObj(_ -> tasks.start("demo-data", () -> {
                    try {
                        work(waiting);
                    } finally {
                        ended.countDown();
                    }
                }))
                .toList();
        try {
            ended.await();
        } finally {
            hands.forEach(Tasks.Task::close);
        }
    }

    private void work(Queue<Chain> waiting) throws InterruptedException {
        for (Chain chain = waiting.poll(); chain != null; chain = waiting.poll()) {
            bring(chain);
        }
    }

    /** An object that was there already and has moved on is taken up where it stands, where each step is one version. */
    private void bring(Chain chain) throws InterruptedException {
        List<Step> steps = chain.steps();
        int done = 0;
        try {
            long version = sender.send(steps.getFirst()).version();
            done = chain.isCounted() ? (int) Math.min(version, steps.size()) : 1;
            passed(done);
            while (done < steps.size()) {
                sender.send(steps.get(done));
                done++;
                passed(1);
            }
        } catch (RuntimeException failed) {
            refusals.add(String.valueOf(failed.getMessage()));
            passed(steps.size() - done);
        }
    }

    private void passed(int steps) {
        progress.accept(passed.addAndGet(steps));
    }
}
