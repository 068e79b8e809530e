package tranche.auditor.topic;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/** Which partition a key belongs to, by the rule of Kafka's default partitioner. */
final class Partitions {

    private Partitions() {}

    static int of(UUID key, int count) {
        byte[] bytes = key.toString().getBytes(StandardCharsets.US_ASCII);
        return Utils.toPositive(Utils.murmur2(bytes)) % count;
    }
}
