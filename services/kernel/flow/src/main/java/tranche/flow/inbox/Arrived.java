package tranche.flow.inbox;

import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it came, with what could be read of it.
 *
 * @param key its ordering key; empty if even that cannot be read
 * @param content the event, or why there is none
 */
record Arrived(ConsumerRecord<byte[], byte[]> record, Optional<UUID> key, Content content) {

    /** What a record turned out to be. */
    sealed interface Content {

        /** The place within the key; 0 where it could not be read. */
        long sequence();
    }

    /** An event of a type that this program knows. */
    record Known(Incoming event) implements Content {
        @Override
        public long sequence() {
            return event.head().getSequence();
        }
    }

    /** An event of a type that came after this program: its place is marked, nothing else is done with it. */
    record Newer(long sequence) implements Content {}

    /** No event, or none that can be read. */
    record Unreadable(String why) implements Content {
        @Override
        public long sequence() {
            return 0;
        }
    }
}
