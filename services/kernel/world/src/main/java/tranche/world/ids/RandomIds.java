package tranche.world.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids of the machine's own clock and chance. */
public final class RandomIds implements Ids {

    private final SecureRandom random = new SecureRandom();
    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator(random);

    @Override
    public UUID next() {
        return generator.generate();
    }

    @Override
    public byte[] secret(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public double chance() {
        return random.nextDouble();
    }
}
