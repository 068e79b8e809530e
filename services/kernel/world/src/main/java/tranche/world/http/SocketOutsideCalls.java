package tranche.world.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import tranche.world.Failpoint;

/**
 * Calls over the machine's own sockets. No proxy, cookie, password or packed body; of an answer no more than the beginning is
 * read, for nothing of it is used but its status.
 */
public final class SocketOutsideCalls implements OutsideCalls {

    /** Of an answer's body: a longer one costs its connection. */
    private static final int MOST_ANSWER_BYTES = 64 << 10;

    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_CONNECTIONS_OF_ONE = 32;

    /** Making a connection, and each wait for a packet; the call as a whole has its own limit. */
    private static final Timeout STEP_LIMIT = Timeout.ofSeconds(10);

    /** A kept connection goes on to the address that was checked; after this time the name is looked up again. */
    private static final TimeValue LONGEST_KEPT = TimeValue.ofMinutes(1);

    private final boolean allowPrivate;
    private final Optional<URI> own;
    private final CloseableHttpClient strangers;
    private final CloseableHttpClient nearby;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param allowPrivate whether this machine and its network may be called
     * @param own the origin of a receiver of the operator's own, which may be called wherever it is
     */
    public SocketOutsideCalls(boolean allowPrivate, Optional<URI> own) {
        this.allowPrivate = allowPrivate;
        this.own = own;
        this.strangers = client(allowPrivate);
        this.nearby = allowPrivate || own.isEmpty() ? strangers : client(true);
    }

    private static CloseableHttpClient client(boolean allowPrivate) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames(allowPrivate))
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS_OF_ONE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(STEP_LIMIT)
                                .setSocketTimeout(STEP_LIMIT)
                                .setTimeToLive(LONGEST_KEPT)
                                // One that the other side has closed meanwhile is not taken for a lost answer.
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setContentCompressionEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Tranche")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public boolean allowsPrivate(URI uri) {
        return allowPrivate || own.filter(origin -> isOf(origin, uri)).isPresent();
    }

    private static boolean isOf(URI origin, URI uri) {
        return origin.getScheme().equalsIgnoreCase(uri.getScheme())
                && origin.getRawAuthority().equalsIgnoreCase(uri.getRawAuthority());
    }

    @Override
    public Result post(URI uri, Map<String, String> headers, byte[] body, Duration limit) throws InterruptedException {
        HttpPost post = new HttpPost(uri);
        headers.forEach(post::setHeader);
        post.setEntity(new Written(new ByteArrayEntity(body, ContentType.APPLICATION_JSON)));
        AtomicReference<Result> head = new AtomicReference<>();
        CloseableHttpClient client = allowsPrivate(uri) ? nearby : strangers;
        Future<Result> whole = threads.submit(() -> execute(client, post, head));
        Reason reason;
        try {
            return whole.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            reason = Reason.TIMEOUT;
        } catch (ExecutionException failed) {
            reason = reason(Objects.requireNonNull(failed.getCause()));
        } finally {
            // Ends what is still under way, whatever it waits for.
            post.abort();
            whole.cancel(true);
        }
        // A status that has come counts, whatever becomes of the body behind it.
        return Objects.requireNonNullElse(head.get(), new Result.Unanswered(reason));
    }

    private Result execute(CloseableHttpClient client, HttpPost post, AtomicReference<Result> head) throws IOException {
        return client.execute(post, response -> {
            Result answered = new Result.Answered(
                    response.getCode(),
                    Optional.ofNullable(response.getFirstHeader("Retry-After")).map(Header::getValue));
            head.set(answered);
            if (!hasEnded(response)) {
                post.abort();
            }
            return answered;
        });
    }

    /** A body after which the other side may have taken all of the request, whatever becomes of its answer. */
    private static final class Written extends HttpEntityWrapper {

        Written(HttpEntity body) {
            super(body);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            super.writeTo(out);
            out.flush();
            Failpoint.at("call.request-written");
        }
    }

    /** What is read to its end leaves its connection to the next call; what has no end in sight ends with its connection. */
    private static boolean hasEnded(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        return entity == null || entity.getContent().readNBytes(MOST_ANSWER_BYTES).length < MOST_ANSWER_BYTES;
    }

    private static Reason reason(Throwable failure) {
        return switch (failure) {
            case CheckedNames.NotPublic _ -> Reason.ADDRESS_NOT_PUBLIC;
            case UnknownHostException _ -> Reason.UNKNOWN_HOST;
            case SSLException _ -> Reason.NO_TRUST;
            case SocketTimeoutException _ -> Reason.TIMEOUT;
            case ConnectException _, NoRouteToHostException _ -> Reason.CONNECTION_REFUSED;
            default -> Reason.CONNECTION_LOST;
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            strangers.close();
            nearby.close();
        } catch (IOException gone) {
            // Its connections are gone with the process.
        }
    }
}
