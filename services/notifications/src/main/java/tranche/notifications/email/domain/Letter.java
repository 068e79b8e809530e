package tranche.notifications.email.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a mail says, fixed before it is first sent, so that a second sending of it is the same mail. No address is in it. */
public sealed interface Letter {

    Locale language();

    /** Its date. */
    Instant writtenAt();

    /** The alerts that it tells; none where it tells none, or was written before that was kept with it. */
    Set<UUID> alerts();

    /**
     * An alert.
     *
     * @param alert empty where it was written before that was kept with it
     * @param page path of the portal's page about it
     * @param isMandatory whether its recipient cannot turn mail of this kind off
     */
    record OfAlert(
            Locale language,
            Instant writtenAt,
            Optional<UUID> alert,
            String title,
            String body,
            String page,
            boolean isMandatory)
            implements Letter {

        @Override
        public Set<UUID> alerts() {
            return alert.stream().collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * One alert or several, with all that is to be said.
     *
     * @param isMandatory whether its recipient cannot turn mail of this kind off
     */
    record OfSheet(Locale language, Instant writtenAt, Set<UUID> alerts, Sheet sheet, boolean isMandatory)
            implements Letter {
        public OfSheet {
            alerts = Set.copyOf(alerts);
        }
    }

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

        @Override
        public Set<UUID> alerts() {
            return items.stream().map(Item::alert).collect(Collectors.toUnmodifiableSet());
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
    record OfLink(Locale language, Instant writtenAt, String hash, Instant until) implements Letter {

        @Override
        public Set<UUID> alerts() {
            return Set.of();
        }
    }
}
