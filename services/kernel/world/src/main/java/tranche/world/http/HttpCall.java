package tranche.world.http;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A request.
 *
 * @param method in capitals, for instance {@code POST}
 * @param headers by name; those of the connection itself (Host, Content-Length, Connection ...) are the sender's own
 * @param patience how long the head of the reply may take, connecting included
 */
public record HttpCall(String method, URI uri, Map<String, List<String>> headers, Payload payload, Duration patience) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** What is sent after the head. */
    public sealed interface Payload {

        /** Nothing. */
        record None() implements Payload {}

        /**
         * A body that is there as a whole.
         *
         * @param content not to be changed afterwards
         */
        @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
        record Whole(byte[] content) implements Payload {}

        /**
         * A body that is sent while it comes in.
         *
         * @param content read once, by another thread
         * @param length in bytes, where it is known
         */
        record Streamed(InputStream content, OptionalLong length) implements Payload {}
    }
}
