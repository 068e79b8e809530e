package tranche.notifications.subscription.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.notifications.subscription.domain.Subscription;
import tranche.notifications.subscription.domain.SubscriptionState;

/** A recipient's own subscriptions, those that have not ended. Every statement is cut to the recipient that asks. */
@Singleton
public class SubscriptionViews {

    private static final String OWN = "select * from subscription where recipient_id = ? and state <> 'UNSUBSCRIBED'";

    private static final String LIST = OWN + " and (?::text is null or ? = state)"
            + " and (?::uuid is null or subscription_id < ?) order by subscription_id desc limit ?";

    private static final String ONE = OWN + " and subscription_id = ?";

    private final DataSource dataSource;

    SubscriptionViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The last first: ids rise with time. One more than the limit, if there is one. */
    public List<Subscription> list(
            UUID recipient, Optional<SubscriptionState> state, Optional<UUID> before, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    select.setObject(1, recipient);
                    int next = Rows.twice(select, 2, state.map(SubscriptionState::name));
                    next = Rows.twice(select, next, before);
                    select.setInt(next, limit + 1);
                },
                SubscriptionRows::read);
    }

    /** A subscription of the recipient's; empty where it has none such. */
    public Optional<Subscription> one(UUID recipient, UUID subscription) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, recipient);
                            select.setObject(2, subscription);
                        },
                        SubscriptionRows::read)
                .stream()
                .findFirst();
    }
}
