package tranche.world.http;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends to addresses that somebody outside has named, who may mean ill: nothing that is not on the open internet is reached
 * unless the operator allows it, redirects are not followed, nothing is sent a second time, an answer has an end in length and
 * in time.
 */
public interface OutsideCalls extends AutoCloseable {

    /**
     * Sends a body and waits for the answer.
     *
     * @param headers one value for each name
     * @param limit for all of it, from looking the name up to the end of the answer
     */
    Result post(URI uri, Map<String, String> headers, byte[] body, Duration limit) throws InterruptedException;

    /** Whether an address may be named though it is not on the open internet. */
    boolean allowsPrivate(URI uri);

    /** Closes the connections. */
    @Override
    void close();

    /** What came of it. */
    sealed interface Result {

        /**
         * The other side has answered.
         *
         * @param retryAfter the header of that name
         */
        record Answered(int status, Optional<String> retryAfter) implements Result {}

        /** Nobody knows more than this: whether the other side has taken it is known for none but those not reached. */
        record Unanswered(Reason reason) implements Result {}
    }

    /** Why there is no answer. */
    enum Reason {
        /** The name stands for an address that is not on the open internet: nothing was sent. */
        ADDRESS_NOT_PUBLIC,
        /** Nobody knows the name: nothing was sent. */
        UNKNOWN_HOST,
        /** Nobody takes connections there: nothing was sent. */
        CONNECTION_REFUSED,
        /** No certificate that can be trusted: nothing was sent. */
        NO_TRUST,
        /** The time is over. */
        TIMEOUT,
        /** The connection broke off. */
        CONNECTION_LOST;

        /** The name that is kept and shown, for instance {@code unknown-host}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
