package tranche.notifications.webhook.store;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.notifications.webhook.domain.Endpoint;

/** An account's own endpoints. Every statement is cut to the account that asks. */
@Singleton
public class EndpointViews {

    private static final String LIST = """
            select * from webhook_endpoint
             where owner_id = ? and state <> 'DELETED' and (?::uuid is null or endpoint_id > ?)
             order by endpoint_id limit ?
            """;

    private static final String ONE =
            "select * from webhook_endpoint where owner_id = ? and endpoint_id = ? and state <> 'DELETED'";

    private final DataSource dataSource;

    EndpointViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The first first. One more than the limit, if there is one. */
    public List<Endpoint> list(UUID owner, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                LIST,
                select -> {
                    select.setObject(1, owner);
                    int next = Rows.twice(select, 2, after);
                    select.setInt(next, limit + 1);
                },
                EndpointRows::read);
    }

    /** An endpoint of the account's; empty where it has none such. */
    public Optional<Endpoint> one(UUID owner, UUID endpoint) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setObject(1, owner);
                            select.setObject(2, endpoint);
                        },
                        EndpointRows::read)
                .stream()
                .findFirst();
    }
}
