package tranche.notifications.delivery;

import java.util.Optional;
import tranche.notifications.delivery.domain.Outcome;

/** What is done about a delivery that is due. */
public sealed interface Parcel {

    /** It is sent. */
    record Ready(Sending sending) implements Parcel {}

    /**
     * It is not sent any more.
     *
     * @param reason a code, for instance {@code endpoint-deleted}
     */
    record Void(String reason) implements Parcel {}

    /** One attempt, made outside of any transaction on a thread of its own. */
    @FunctionalInterface
    interface Sending {

        /**
         * Sends, within the channel's own limit of time, which is far below the lease.
         *
         * @param content as it was fixed before the first attempt
         * @param traceparent of W3C Trace Context: of the command that began what is told; empty where nothing did
         */
        Outcome send(String content, Optional<String> traceparent) throws InterruptedException;
    }
}
