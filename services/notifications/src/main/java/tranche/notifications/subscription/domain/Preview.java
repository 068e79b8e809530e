package tranche.notifications.subscription.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Channel;
import tranche.notifications.notice.domain.Slot;
import tranche.notifications.notice.domain.Told;

/**
 * What somebody's wishes, as they are, would have made of what has reached him.
 *
 * @param mails that he would have had: what is gathered is one
 * @param types those that have reached him, in the catalogue's order
 */
public record Preview(int mails, List<OfType> types) {

    public Preview {
        types = List.copyOf(types);
    }

    /**
     * Of one type.
     *
     * @param alerts that have reached him, told or muted
     * @param byMail how many of them a mail would have carried
     */
    public record OfType(AlertType type, int alerts, int inPortal, int byMail, int byWebhook) {}

    /** An alert, and how it would be told. */
    public record Would(AlertType type, Told told) {}

    public static Preview of(List<Would> all) {
        Map<AlertType, List<Told>> byType = new EnumMap<>(AlertType.class);
        Set<String> gathered = new HashSet<>();
        int alone = 0;
        for (Would one : all) {
            byType.computeIfAbsent(one.type(), _ -> new ArrayList<>()).add(one.told());
            if (one.told().channels().contains(Channel.EMAIL)) {
                List<Slot> digests = one.told().digests();
                if (digests.isEmpty()) {
                    alone++;
                } else {
                    gathered.add(digests.getFirst().key());
                }
            }
        }
        return new Preview(
                alone + gathered.size(),
                byType.entrySet().stream()
                        .map(one -> new OfType(
                                one.getKey(),
                                one.getValue().size(),
                                by(Channel.PORTAL, one.getValue()),
                                by(Channel.EMAIL, one.getValue()),
                                by(Channel.WEBHOOK, one.getValue())))
                        .toList());
    }

    private static int by(Channel channel, List<Told> told) {
        return (int)
                told.stream().filter(one -> one.channels().contains(channel)).count();
    }
}
