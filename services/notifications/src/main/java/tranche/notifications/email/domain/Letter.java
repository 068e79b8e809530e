package tranche.notifications.email.domain;

import java.time.Instant;
import java.util.Locale;

/** What a mail says, fixed before it is first sent, so that a second sending of it is the same mail. No address is in it. */
public sealed interface Letter {

    Locale language();

    /** Its date. */
    Instant writtenAt();

    /**
     * An alert.
     *
     * @param page path of the portal's page about it
     * @param isMandatory whether its recipient cannot turn mail of this kind off
     */
    record OfAlert(Locale language, Instant writtenAt, String title, String body, String page, boolean isMandatory)
            implements Letter {}

    /**
     * The question whether an address is the recipient's.
     *
     * @param hash of the token that its link will carry
     * @param until when the link opens nothing any more
     */
    record OfLink(Locale language, Instant writtenAt, String hash, Instant until) implements Letter {}
}
