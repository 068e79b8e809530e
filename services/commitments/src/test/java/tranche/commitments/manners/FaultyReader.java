package tranche.commitments.manners;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;

/** A consumer of the service that cannot handle the events of some keys until it is mended. */
@Singleton
@Requires(property = FaultyReader.PROPERTY)
final class FaultyReader implements Consumer {

    static final String PROPERTY = "tranche.test.faulty-reader";

    /** Keys whose events it cannot handle. */
    static final Set<UUID> POISONED = ConcurrentHashMap.newKeySet();

    /** What it was told and took, {@code key/sequence}. */
    static final ConcurrentLinkedQueue<String> TOLD = new ConcurrentLinkedQueue<>();

    @Override
    public String name() {
        return "faulty";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) {
        if (batch.stream().map(Incoming::key).anyMatch(POISONED::contains)) {
            throw new IllegalStateException("a defect of this consumer");
        }
    }

    @Override
    public void committed(List<Incoming> batch) {
        batch.forEach(event -> TOLD.add(event.key() + "/" + event.head().getSequence()));
    }
}
