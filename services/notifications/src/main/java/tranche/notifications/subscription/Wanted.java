package tranche.notifications.subscription;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tranche.notifications.notice.HowTold;
import tranche.notifications.notice.domain.Past;
import tranche.notifications.notice.domain.Reached;
import tranche.notifications.notice.domain.Told;
import tranche.notifications.preference.domain.Preferences;
import tranche.notifications.preference.store.PreferenceRows;
import tranche.notifications.recipient.domain.Recipient;
import tranche.notifications.recipient.store.RecipientRows;
import tranche.notifications.subscription.domain.Content;
import tranche.notifications.subscription.domain.SlipMails;
import tranche.notifications.subscription.domain.Subscription;
import tranche.notifications.subscription.domain.Telling;
import tranche.notifications.subscription.store.SubscriptionRows;

/** Looks up what those whom notices reach have said about how they are told. */
@Singleton
final class Wanted implements HowTold {

    private final SlipMails slips;

    /** @param slipWaitMillis how long the mail of a slip waits for what else it has moved */
    Wanted(@Value("${tranche.mail.slip-wait-millis:5000}") long slipWaitMillis) {
        this.slips = new SlipMails(Duration.ofMillis(slipWaitMillis));
    }

    @Override
    public List<Told> of(Connection connection, Instant now, List<Reached> reached) throws SQLException {
        return of(connection, reached.stream().map(one -> new Past(one, now)).toList());
    }

    /** How each of them is told at its time, in the same order. */
    List<Told> of(Connection connection, List<Past> past) throws SQLException {
        if (past.isEmpty()) {
            return List.of();
        }
        List<Reached> reached = past.stream().map(Past::reached).toList();
        List<UUID> ids = reached.stream().map(Reached::recipient).distinct().toList();
        Map<UUID, Recipient> recipients = RecipientRows.load(connection, ids);
        Map<UUID, Preferences> preferences = PreferenceRows.load(connection, ids);
        Map<UUID, Subscription> subscriptions = SubscriptionRows.byIds(
                connection,
                reached.stream()
                        .flatMap(one -> one.wantedBy().stream())
                        .distinct()
                        .toList());
        return past.stream()
                .map(one -> {
                    UUID recipient = one.reached().recipient();
                    return Telling.of(
                            one.reached(),
                            Objects.requireNonNull(preferences.get(recipient)).wishes(),
                            Objects.requireNonNull(recipients.get(recipient))
                                    .profile()
                                    .zone(),
                            contents(one.reached(), subscriptions),
                            slips,
                            one.at());
                })
                .toList();
    }

    private static List<Content> contents(Reached reached, Map<UUID, Subscription> subscriptions) {
        return reached.wantedBy().stream()
                .map(id -> Objects.requireNonNull(subscriptions.get(id)).content())
                .toList();
    }
}
