package tranche.notifications.preference.domain;

import static tranche.values.decision.Decision.accepted;
import static tranche.values.decision.Decision.refused;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.recipient.domain.Profile;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.domain.RecipientCommand;
import tranche.notifications.recipient.domain.RecipientEvent;
import tranche.notifications.recipient.domain.RecipientFile;
import tranche.notifications.recipient.domain.RecipientRefusal;
import tranche.values.decision.Decision;

/**
 * How a recipient is told: its preferences and, as they are kept with the recipient alone, its language and its zone. Both
 * change under the recipient's key, and each has events of its own.
 */
public record PreferenceFile(RecipientFile recipient, Preferences preferences) {

    /** Language and zone; of whom nobody has said anything yet, those of such. */
    public Profile profile() {
        return recipient.recipient().map(Recipient::profile).orElse(Profile.UNKNOWN);
    }

    /** Rises with each change of either part, so that who has seen the last has seen both as they are. */
    public long number() {
        return preferences.number()
                + recipient.recipient().map(one -> one.version().number()).orElse(0L);
    }

    public Decision<PreferenceEvent> decide(PreferenceCommand command, Instant now) {
        return switch (command) {
            case PreferenceCommand.Change change -> gate(change).orElseGet(() -> changed(change, now));
            case PreferenceCommand.StopMail stop -> stopped(stop, now);
        };
    }

    /** Why a change is refused, whatever the time; empty where it is not. */
    public Optional<Decision<PreferenceEvent>> gate(PreferenceCommand.Change change) {
        OptionalLong seen = change.ifMatch();
        return seen.isPresent() && seen.getAsLong() != number()
                ? Optional.of(refused(PreferenceRefusal.VERSION_CONFLICT, Map.of("version", number())))
                : Optional.empty();
    }

    private Decision<PreferenceEvent> changed(PreferenceCommand.Change change, Instant now) {
        return switch (preferences.change(change.wishes(), change.roles(), now)) {
            case Decision.Refused<PreferenceEvent> refused -> refused;
            case Decision.Accepted<PreferenceEvent>(List<PreferenceEvent> own) ->
                switch (described(change, now)) {
                    case Decision.Refused<RecipientEvent> refused -> refused(refused.refusal(), refused.facts());
                    case Decision.Accepted<RecipientEvent>(List<RecipientEvent> events) ->
                        accepted(Stream.concat(events.stream().map(PreferenceEvent.OfRecipient::new), own.stream())
                                .toList());
                };
        };
    }

    /** What is said as it is already says nothing of the recipient. */
    private Decision<RecipientEvent> described(PreferenceCommand.Change change, Instant now) {
        Profile.Changes news = profile().news(change.language(), change.zone());
        return news.none()
                ? accepted()
                : recipient.decide(
                        new RecipientCommand.Describe(
                                change.recipient(),
                                false,
                                news,
                                new RecipientCommand.AddressChange.None(),
                                change.by(),
                                OptionalLong.empty()),
                        now);
    }

    /** What somebody must be told of is not turned off so, and twice is once. */
    private Decision<PreferenceEvent> stopped(PreferenceCommand.StopMail stop, Instant now) {
        List<AlertType> mutable = stop.types().stream()
                .filter(type -> !type.isMandatoryFor(recipient.roles()))
                .sorted()
                .toList();
        return recipient.recipient().isEmpty() || mutable.isEmpty()
                ? refused(RecipientRefusal.LINK_GONE)
                : preferences.stopMail(mutable, recipient.roles(), now);
    }

    public PreferenceFile apply(PreferenceEvent event, Instant recordedAt) {
        return switch (event) {
            case PreferenceEvent.Changed changed ->
                new PreferenceFile(recipient, preferences.apply(changed, recordedAt));
            case PreferenceEvent.OfRecipient(RecipientEvent of) ->
                new PreferenceFile(recipient.apply(of, recordedAt), preferences);
        };
    }
}
