package tranche.flow.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The headers of CloudEvents 1.0 in Kafka's binary mode. */
public final class CloudEvents {

    private CloudEvents() {}

    /**
     * @param type full name of the record
     * @param source the service that wrote it
     * @param subject the object whose event it is
     */
    public static List<Header> headers(
            UUID id, String type, String source, UUID subject, Instant time, Optional<String> traceparent) {
        List<Header> headers = new ArrayList<>();
        headers.add(header("ce_specversion", "1.0"));
        headers.add(header("ce_id", id.toString()));
        headers.add(header("ce_type", type));
        headers.add(header("ce_source", "/tranche/" + source));
        headers.add(header("ce_subject", subject.toString()));
        headers.add(header("ce_time", DateTimeFormatter.ISO_INSTANT.format(time)));
        headers.add(header("content-type", "application/avro"));
        traceparent.ifPresent(value -> headers.add(header("traceparent", value)));
        return headers;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
