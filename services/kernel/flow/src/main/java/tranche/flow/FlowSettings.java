package tranche.flow;

import java.net.URI;
import java.util.Optional;
import tranche.flow.sql.Database;

/**
 * Where a service finds its engines.
 *
 * @param service its name: the topic {@code <service>.events}, the database's tables, the consumers' groups
 * @param registry where the registry's API begins
 * @param registryLogin how to sign in there (HTTP basic); empty for a registry that asks nobody
 */
public record FlowSettings(
        String service, Database database, Kafka kafka, URI registry, Optional<Database.Login> registryLogin) {

    public FlowSettings(String service, Database database, Kafka kafka, URI registry) {
        this(service, database, kafka, registry, Optional.empty());
    }

    /**
     * The broker.
     *
     * @param bootstrap {@code host:port}, several separated by commas
     * @param login how to sign in (SASL, SCRAM-SHA-256); empty for a broker that asks nobody
     * @param instance a name that this instance keeps over restarts and shares with no other: a consumer that was killed
     *     and comes back under it reads on at once; without one its partitions wait until the broker has missed it
     */
    public record Kafka(String bootstrap, Optional<Database.Login> login, Optional<String> instance) {

        public Kafka(String bootstrap, Optional<Database.Login> login) {
            this(bootstrap, login, Optional.empty());
        }
    }

    /** The topic that this service writes. */
    public String topic() {
        return service + ".events";
    }
}
