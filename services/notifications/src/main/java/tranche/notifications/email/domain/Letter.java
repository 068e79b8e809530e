package tranche.notifications.email.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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
     * Alerts that are told together.
     *
     * @param items what is new, the most severe first, then by time
     * @param again what had to be told at once and was: links alone
     */
    record OfDigest(Locale language, Instant writtenAt, List<Item> items, List<Item> again) implements Letter {
        public OfDigest {
            items = List.copyOf(items);
            again = List.copyOf(again);
        }
    }

    /**
     * An alert among others.
     *
     * @param presses whether it is more than information
     * @param place the project or the fund that it belongs to; empty where it belongs to none
     */
    record Item(UUID alert, String title, String body, String page, boolean presses, Optional<String> place) {}

    /**
     * The question whether an address is the recipient's.
     *
     * @param hash of the token that its link will carry
     * @param until when the link opens nothing any more
     */
    record OfLink(Locale language, Instant writtenAt, String hash, Instant until) implements Letter {}
}
