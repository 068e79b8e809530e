package tranche.portal.frame.page;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key that a form carries, so that it acts once, however often it is sent: the idempotency key of its request. */
public final class OnceKey {

    private static final String FIELD = "once";

    /** What pages write; it goes into a header and into the line between the parts of a form. */
    private static final Pattern OWN = Pattern.compile("[-0-9A-Za-z_]{1,60}");

    private OnceKey() {}

    /** The key that a form was sent with; empty where it has none that a page wrote. */
    public static Optional<String> of(Map<String, String> form) {
        return Optional.ofNullable(form.get(FIELD))
                .filter(key -> OWN.matcher(key).matches());
    }
}
