package tranche.portal.account.domain;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may be tried under one name: a number at once, then one more each interval, so that guessing is
 * slow and nobody is locked out for long by others.
 *
 * <p>It lives in memory: each instance counts for itself and forgets when it stops. It remembers a bounded number of
 * names, the latest; whoever floods it with made-up names makes it forget others', and is stopped by the limit of
 * addresses instead.
 */
public final class AttemptLimit {

    private final int atOnce;
    private final Duration interval;
    private final int mostNames;
    private final Map<String, Bucket> buckets;

    /** What is left under a name, as of a time of the monotonic clock. */
    private record Bucket(double left, long atNanos) {}

    /**
     * @param atOnce tries that need no waiting
     * @param interval after which one more is given
     * @param mostNames that are remembered
     */
    public AttemptLimit(int atOnce, Duration interval, int mostNames) {
        this.atOnce = atOnce;
        this.interval = interval;
        this.mostNames = mostNames;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true);
    }

    /**
     * Takes one try.
     *
     * @return zero if it may be made; else how long until the next may
     */
    public synchronized Duration take(String name, long nowNanos) {
        double left = left(name, nowNanos);
        if (left < 1) {
            return Duration.ofNanos((long) Math.ceil((1 - left) * interval.toNanos()));
        }
        put(name, new Bucket(left - 1, nowNanos));
        return Duration.ZERO;
    }

    /** Gives back all tries, since the last one was right. */
    public synchronized void forget(String name) {
        buckets.remove(name);
    }

    private double left(String name, long nowNanos) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            return atOnce;
        }
        double refilled = (double) (nowNanos - bucket.atNanos()) / interval.toNanos();
        return Math.min(atOnce, bucket.left() + refilled);
    }

    private void put(String name, Bucket bucket) {
        buckets.put(name, bucket);
        if (buckets.size() > mostNames) {
            var eldest = buckets.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
