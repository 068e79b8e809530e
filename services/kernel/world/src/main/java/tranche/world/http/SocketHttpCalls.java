package tranche.world.http;

import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;

/** Calls over the machine's own sockets, HTTP/1.1. */
public final class SocketHttpCalls implements HttpCalls {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /** @param connectLimit how long making a connection may take */
    public SocketHttpCalls(Duration connectLimit) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectLimit)
                .executor(threads)
                .build();
    }

    @Override
    public CompletableFuture<HttpReply> send(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(call.patience())
                .method(call.method(), publisher(call.payload()));
        call.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return client.sendAsync(request.build(), BodyHandlers.ofPublisher())
                .handle((response, failure) -> failure == null ? reply(response) : failed(failure));
    }

    private static HttpReply reply(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        return new HttpReply(response.statusCode(), response.headers().map(), response.body());
    }

    private static HttpReply failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        boolean notReached = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException;
        throw notReached ? new NotSent(cause) : new NoReply(cause);
    }

    private static BodyPublisher publisher(HttpCall.Payload payload) {
        return switch (payload) {
            case HttpCall.Payload.None _ -> BodyPublishers.noBody();
            case HttpCall.Payload.Whole(byte[] content) -> BodyPublishers.ofByteArray(content);
            case HttpCall.Payload.Streamed(InputStream content, OptionalLong length) -> {
                BodyPublisher publisher = BodyPublishers.ofInputStream(() -> content);
                yield length.orElse(0) > 0 ? BodyPublishers.fromPublisher(publisher, length.getAsLong()) : publisher;
            }
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        threads.shutdownNow();
    }
}
