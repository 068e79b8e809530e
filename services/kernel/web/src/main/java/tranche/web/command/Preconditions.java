package tranche.web.command;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/** Reads {@code If-Match} (RFC 9110 §13.1.1), whose tags are objects' versions. */
final class Preconditions {

    /** A tag that is well-formed but no version of ours can equal none: the decision refuses it in its turn (412). */
    private static final long NEVER = -1;

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"");

    /** 0 is what nobody has said anything about yet. */
    private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");

    private Preconditions() {}

    /**
     * The version that the object must have. {@code *} asks for no version: an object that is not there is 404 anyway. A
     * weak tag never matches.
     *
     * @throws Problem {@code malformed} where it is not one entity tag
     */
    static OptionalLong ifMatch(String header) {
        String text = header.strip();
        if (text.equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(text);
        if (!tag.matches()) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
        boolean strong = tag.group(1) == null;
        return OptionalLong.of(
                strong && VERSION.matcher(tag.group(2)).matches() ? Long.parseLong(tag.group(2)) : NEVER);
    }
}
