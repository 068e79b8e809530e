package tranche.world.http;

import java.util.concurrent.CompletableFuture;

/** Sends requests to other processes; connections are kept and used again. */
public interface HttpCalls extends AutoCloseable {

    /**
     * Sends a request. Redirects are not followed, cookies are not kept, nothing is sent a second time.
     *
     * @return the reply as soon as its head has come; its body is read by whoever takes it. Fails with {@link NotSent} if
     *     the other side was not reached, so that it certainly did nothing, and with {@link NoReply} if it was reached and
     *     did not answer, so that nobody knows
     */
    CompletableFuture<HttpReply> send(HttpCall call);

    /** Closes the connections. */
    @Override
    void close();

    /** The other side was not reached: it did nothing. */
    final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotSent(Throwable cause) {
            super("the other side was not reached", cause);
        }
    }

    /** The other side was reached and did not answer in time or in form: what it did is not known. */
    final class NoReply extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NoReply(Throwable cause) {
            super("the other side did not answer", cause);
        }
    }
}
