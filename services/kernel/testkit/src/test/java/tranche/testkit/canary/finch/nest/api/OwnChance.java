package tranche.testkit.canary.finch.nest.api;

import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import tranche.testkit.house.Breaks;

/** Each method draws by chance. */
@Breaks("nobody but world draws by chance")
final class OwnChance {

    private OwnChance() {}

    static Random random() {
        return new Random();
    }

    static Random seeded() {
        return new Random(7);
    }

    static SplittableRandom splittable() {
        return new SplittableRandom();
    }

    static int local() {
        return ThreadLocalRandom.current().nextInt();
    }

    static double number() {
        return Math.random();
    }

    static UUID id() {
        return UUID.randomUUID();
    }

    static SecureRandom secure() {
        return new SecureRandom();
    }

    static Supplier<UUID> later() {
        return UUID::randomUUID;
    }
}
