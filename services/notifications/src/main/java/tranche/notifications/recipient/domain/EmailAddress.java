package tranche.notifications.recipient.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as people have one: a dot-atom of RFC 5322 before the @ and a domain with a dot behind it, ASCII. No
 * quotes, comments, literals or line breaks: what is not here cannot be smuggled into a header.
 */
public record EmailAddress(String text) {

    /** RFC 5321, section 4.5.3.1.3: a path of 256 with its brackets. */
    public static final int LONGEST = 254;

    /** RFC 5321, section 4.5.3.1.1. */
    private static final int LONGEST_LOCAL = 64;

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** The address of a text; empty where it is none. */
    public static Optional<EmailAddress> of(String text) {
        return text.length() <= LONGEST
                        && text.indexOf('@') <= LONGEST_LOCAL
                        && FORM.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "***";
    }
}
