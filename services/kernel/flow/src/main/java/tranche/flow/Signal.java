package tranche.flow;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells waiting tasks within this process that something happened; a poll stands behind it. */
public final class Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long raises;

    /** Wakes all waiters, now or at their next wait. */
    public void raise() {
        lock.lock();
        try {
            raises++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A waiter, which misses nothing from now on. */
    public Watch watch() {
        lock.lock();
        try {
            return new Watch(raises);
        } finally {
            lock.unlock();
        }
    }

    /** One waiter's view; not to be shared between threads. */
    public final class Watch {

        private long seen;

        private Watch(long seen) {
            this.seen = seen;
        }

        /** Waits until the signal was raised since the last wait, at most so long; whether it was. */
        public boolean await(Duration limit) throws InterruptedException {
            lock.lock();
            try {
                long left = limit.toNanos();
                while (raises == seen && left > 0) {
                    left = changed.awaitNanos(left);
                }
                boolean raised = raises != seen;
                seen = raises;
                return raised;
            } finally {
                lock.unlock();
            }
        }
    }
}
