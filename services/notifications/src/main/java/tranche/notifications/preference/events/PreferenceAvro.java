package tranche.notifications.preference.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tranche.flow.writer.Outgoing;
import tranche.notifications.PreferenceItem;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.preference.domain.Choice;
import tranche.notifications.preference.domain.PreferenceEvent;
import tranche.notifications.preference.domain.Preferences;

/** What recipients want to hear, as Avro records: when somebody sleeps, and where, is nobody else's business. */
public final class PreferenceAvro {

    private PreferenceAvro() {}

    public static Outgoing of(Preferences after, PreferenceEvent.Changed event) {
        return new Outgoing(
                "preferences",
                after.id(),
                after.number(),
                event.effectiveDate(),
                head -> tranche.notifications.PreferencesChanged.newBuilder()
                        .setHead(head)
                        .setRecipientId(after.recipient())
                        .setItems(items(after.wishes().choices()))
                        .build());
    }

    private static List<PreferenceItem> items(Map<AlertType, Choice> choices) {
        return new TreeMap<>(choices)
                .entrySet().stream()
                        .map(one -> PreferenceItem.newBuilder()
                                .setType(one.getKey().code())
                                .setChannels(one.getValue().channels().stream()
                                        .sorted()
                                        .map(Channel::name)
                                        .toList())
                                .setDigest(one.getValue().digest().name())
                                .build())
                        .toList();
    }
}
