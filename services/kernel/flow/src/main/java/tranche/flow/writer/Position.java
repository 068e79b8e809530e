package tranche.flow.writer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * A place in the event log: up to which event of which keys of which service something was seen. It travels as the header
 * {@code Tranche-Position}, opaque to callers: {@code service/key/sequence}, several separated by commas.
 */
public record Position(List<Mark> marks) {

    /** One key's part of a position. */
    public record Mark(String service, UUID key, long sequence) {}

    /** Of each topic of events, for its whole life. */
    private static final int PARTITIONS = 12;

    /** More than this many keys in one header is no position of ours. */
    private static final int MOST_MARKS = 64;

    public static final Position NONE = new Position(List.of());

    public Position {
        marks = List.copyOf(marks);
    }

    public static Position of(String service, UUID key, long sequence) {
        return new Position(List.of(new Mark(service, key, sequence)));
    }

    /**
     * One position of several of a service, which were reached in this order. Events that share a partition are read in
     * the order in which they were written, so the last mark of each partition stands for all before it.
     */
    public static Position of(List<Position> reached) {
        return new Position(List.copyOf(reached.stream()
                .flatMap(position -> position.marks().stream())
                .collect(Collectors.toMap(Position::partition, mark -> mark, (_, later) -> later, LinkedHashMap::new))
                .values()));
    }

    private static int partition(Mark mark) {
        return BuiltInPartitioner.partitionForKey(
                mark.key().toString().getBytes(StandardCharsets.US_ASCII), PARTITIONS);
    }

    /** The header's text. */
    public String text() {
        return marks.stream()
                .map(mark -> mark.service() + "/" + mark.key() + "/" + mark.sequence())
                .collect(Collectors.joining(","));
    }

    /** Reads a header; empty where it is none of ours. */
    public static Optional<Position> parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length > MOST_MARKS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(
                    Arrays.stream(parts).map(String::strip).map(Position::mark).toList()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Mark mark(String part) {
        String[] fields = part.split("/", -1);
        if (fields.length != 3 || !fields[0].matches("[a-z]{1,32}")) {
            throw new IllegalArgumentException("no position");
        }
        long sequence = Long.parseLong(fields[2]);
        if (sequence < 0) {
            throw new IllegalArgumentException("no position");
        }
        return new Mark(fields[0], UUID.fromString(fields[1]), sequence);
    }
}
