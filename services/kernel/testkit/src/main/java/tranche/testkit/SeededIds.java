package tranche.testkit;

import java.util.Random;
import java.util.UUID;
import tranche.world.ids.Ids;

/**
 * Ids and chance from a seed: the same seed gives the same ids in the same order, each above the last (UUIDv7, a
 * millisecond apart from 2026-01-01 on). The secrets are as guessable as the seed.
 */
public final class SeededIds implements Ids {

    private static final long START_MILLIS = 1_767_225_600_000L;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Random random;
    private long millis = START_MILLIS;

    public SeededIds(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public synchronized UUID next() {
        long high = millis++ << 16 | VERSION_7 | random.nextInt(1 << 12);
        long low = VARIANT | (random.nextLong() & BELOW_VARIANT);
        return new UUID(high, low);
    }

    @Override
    public synchronized byte[] secret(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public synchronized double chance() {
        return random.nextDouble();
    }
}
