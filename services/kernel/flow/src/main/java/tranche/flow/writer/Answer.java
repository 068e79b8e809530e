package tranche.flow.writer;

import java.util.Map;

/**
 * What the caller gets, exactly as it is stored with the idempotency key.
 *
 * @param status HTTP status, 200 to 299
 * @param headers to be sent with it, by name
 * @param body bytes of the body
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    public Answer {
        headers = Map.copyOf(headers);
    }
}
