package tranche.world.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * A reply, whose body is still coming.
 *
 * @param status of HTTP
 * @param headers by name in lower case
 * @param body read once, or cancelled: until then the connection is not free
 */
public record HttpReply(int status, Map<String, List<String>> headers, Flow.Publisher<List<ByteBuffer>> body) {

    public HttpReply {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header. */
    public Optional<String> header(String lowerCaseName) {
        return Optional.ofNullable(headers.get(lowerCaseName)).map(List::getFirst);
    }

    /** The length that the other side announced, in bytes. */
    public OptionalLong announcedLength() {
        return header("content-length")
                .map(Long::parseLong)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Reads the body as a whole.
     *
     * @param most bytes; a longer body fails the future with {@link HttpCalls.NoReply}
     */
    public CompletableFuture<byte[]> whole(int most) {
        WholeBody whole = new WholeBody(most);
        body.subscribe(whole);
        return whole.bytes();
    }

    /**
     * The body as it comes, to be read once and closed.
     *
     * @param longest after which the reader meets the end, so that no reader waits for ever
     */
    public InputStream stream(Duration longest) {
        HttpResponse.BodySubscriber<InputStream> reader = HttpResponse.BodySubscribers.ofInputStream();
        body.subscribe(reader);
        InputStream stream = reader.getBody().toCompletableFuture().join();
        CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> close(stream));
        return stream;
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException gone) {
            // Nobody reads it any more.
        }
    }
}
