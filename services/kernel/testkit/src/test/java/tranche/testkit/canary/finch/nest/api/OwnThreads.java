package tranche.testkit.canary.finch.nest.api;

import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tranche.testkit.house.Breaks;

/** Each method starts a thread or sleeps. */
@Breaks("nobody but world starts a thread or sleeps")
final class OwnThreads {

    private OwnThreads() {}

    static void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    static void sleepsInUnits() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }

    static void parks() {
        LockSupport.parkNanos(1);
    }

    static Thread made(Runnable work) {
        return new Thread(work);
    }

    static Thread builtVirtual(Runnable work) {
        return Thread.ofVirtual().unstarted(work);
    }

    static Thread builtPlatform(Runnable work) {
        return Thread.ofPlatform().unstarted(work);
    }

    static Thread started(Runnable work) {
        return Thread.startVirtualThread(work);
    }

    static ExecutorService pool() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    static Timer timer() {
        return new Timer();
    }

    static CompletableFuture<Integer> supplied() {
        return CompletableFuture.supplyAsync(() -> 1);
    }

    static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work);
    }

    static CompletableFuture<Integer> then(CompletableFuture<Integer> first) {
        return first.thenApplyAsync(number -> number + 1);
    }

    static Stream<Integer> parallel(List<Integer> numbers) {
        return numbers.parallelStream();
    }

    static Stream<Integer> parallelLater(Stream<Integer> numbers) {
        return numbers.parallel();
    }

    static ForkJoinPool common() {
        return ForkJoinPool.commonPool();
    }
}
