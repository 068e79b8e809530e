package tranche.portal.frontdoor.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param body the JSON object of the answer or of the problem, in the language asked for; empty where there was none
 * @param etag the object's version
 * @param position the opaque place of the write, for reading one's own write
 * @param replayed whether it is the answer to an earlier sending of the same command, given again
 */
public record ServiceReply(
        int status, Map<String, Object> body, Optional<String> etag, Optional<String> position, boolean replayed) {

    /** The service has no answer now: what was asked may be done all the same. */
    public static final int AWAY = 503;

    /** The problem of whoever sends a command again while its first sending is under way. */
    private static final String UNDER_WAY = "request-in-progress";

    public ServiceReply {
        body = Map.copyOf(body);
    }

    /** An answer given for the first time. */
    public ServiceReply(int status, Map<String, Object> body, Optional<String> etag, Optional<String> position) {
        this(status, body, etag, position, false);
    }

    /** No answer came. */
    public static ServiceReply away() {
        return new ServiceReply(AWAY, Map.of(), Optional.empty(), Optional.empty());
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Whether a command was neither done nor refused as far as is known: only the same request again tells. */
    public boolean leavesOpen() {
        return status == AWAY || text("code").filter(UNDER_WAY::equals).isPresent();
    }

    /** A member of the body that is a string; empty where it is none. */
    public Optional<String> text(String member) {
        return body.get(member) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The strings of a member that is a list of them; none where it is none. */
    public List<String> texts(String member) {
        return body.get(member) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
