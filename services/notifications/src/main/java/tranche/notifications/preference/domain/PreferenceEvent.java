package tranche.notifications.preference.domain;

import java.time.LocalDate;
import tranche.notifications.recipient.domain.RecipientEvent;

/** What has become of how a recipient is told. */
public sealed interface PreferenceEvent {

    /** It has said which types it wants to hear of, how and when. */
    record Changed(Wishes wishes, LocalDate effectiveDate) implements PreferenceEvent {}

    /** It has said its language or its zone, which are the recipient's own: its event tells of them. */
    record OfRecipient(RecipientEvent event) implements PreferenceEvent {}
}
