package tranche.portal.frontdoor.api;

import java.io.IOException;
import java.io.InputStream;
import tranche.web.command.LimitedStream;

/**
 * A body that is passed on as it comes. Where it turns out longer than a file may be, its reading fails, so that the service
 * never takes its beginning for the whole, and it says afterwards that this was why.
 */
final class PassedBody extends LimitedStream {

    /** Set by the thread that sends it, read by the one that waits for the answer. */
    private volatile boolean tooLong;

    PassedBody(InputStream body, int most) {
        super(body, most);
    }

    /** Whether it could not be passed on for its length. */
    boolean isTooLong() {
        return tooLong;
    }

    @Override
    protected IOException tooLong() {
        tooLong = true;
        return new IOException("the body is too long");
    }
}
