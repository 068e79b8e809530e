package tranche.notifications.email;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tranche.notifications.delivery.domain.Delivery;
import tranche.notifications.delivery.store.ClaimRows;
import tranche.notifications.delivery.store.DigestRows;
import tranche.notifications.delivery.store.DigestRows.Digested;
import tranche.notifications.notice.store.ReachRows;

/**
 * Which alerts are in the mails that gather several: what their readers may have and is not settled when a mail is first sent.
 * That is kept with it, and each further attempt is the same mail (promise R7): one that arrived is never followed by another
 * under its id.
 *
 * @param digests by delivery; a mail that gathers nothing has none
 * @param told by delivery, those that are in the mail
 * @param begun mails that were sent before and so are what they are
 * @param still those of all these alerts that their readers may have today
 * @param worth those of them about which there is something left to see to
 */
record Chosen(
        Map<UUID, Digested> digests, Map<UUID, Set<UUID>> told, Set<UUID> begun, Set<UUID> still, Set<UUID> worth) {

    static Chosen of(Connection connection, Collection<Delivery> deliveries, Instant now) throws SQLException {
        Map<UUID, Digested> digests = DigestRows.of(connection, deliveries);
        Set<UUID> still = ReachRows.still(connection, DigestRows.alerts(digests), now);
        Set<UUID> worth = Digests.worth(connection, still);
        Map<UUID, Set<UUID>> told = new HashMap<>(sent(connection, digests.keySet()));
        Set<UUID> begun = new HashSet<>(told.keySet());
        for (Delivery delivery : deliveries) {
            Digested digested = digests.get(delivery.id());
            if (digested != null) {
                Set<UUID> rightful = delivery.isAskedFor() ? still : worth;
                told.computeIfAbsent(
                        delivery.id(),
                        _ -> digested.alerts().stream()
                                .filter(rightful::contains)
                                .collect(Collectors.toUnmodifiableSet()));
            }
        }
        return new Chosen(digests, told, begun, still, worth);
    }

    private static Map<UUID, Set<UUID>> sent(Connection connection, Collection<UUID> deliveries) throws SQLException {
        Map<UUID, Set<UUID>> sent = new HashMap<>();
        ClaimRows.contents(connection, List.copyOf(deliveries))
                .forEach((delivery, content) ->
                        sent.put(delivery, LetterText.read(content).alerts()));
        return sent;
    }

    /** Whether a delivery gathers alerts. */
    boolean gathers(Delivery delivery) {
        return digests.containsKey(delivery.id());
    }

    /** What a delivery gathers, but for what is not in the mail; empty where it gathers nothing. */
    Optional<Digested> of(Delivery delivery) {
        return Optional.ofNullable(digests.get(delivery.id()))
                .map(digested -> new Digested(digested.key(), told.getOrDefault(delivery.id(), Set.of())));
    }

    /** Why a mail that gathers alerts is not sent; empty where it is. What its reader may no longer have stops it as a whole. */
    Optional<String> hindrance(Delivery delivery) {
        Set<UUID> alerts = told.getOrDefault(delivery.id(), Set.of());
        if (begun.contains(delivery.id()) && !still.containsAll(alerts)) {
            return Optional.of("right-withdrawn");
        }
        boolean isSettled = !delivery.isAskedFor() && alerts.stream().noneMatch(worth::contains);
        return alerts.isEmpty() || isSettled ? Optional.of("nothing-to-send") : Optional.empty();
    }
}
