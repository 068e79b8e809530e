package tranche.launcher.up;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tranche.engines.broker.KafkaLogin;
import tranche.engines.postgres.ServiceDatabase;

/** The properties with which a service is started: where its engines are and who it is. */
record Wiring(
        PortPlan ports, DataFolder data, boolean demo, String bootstrap, Optional<KafkaLogin> kafka, URI registry) {

    String origin() {
        return "http://localhost:" + ports.portal();
    }

    /** The name that this instance's consumers keep over restarts: one launcher has a folder at a time. */
    private static final String INSTANCE = "all-in-one";

    Map<String, Object> of(int port, ServiceDatabase database) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", port);
        properties.put("tranche.origin", origin());
        properties.put("tranche.keys-url", "http://127.0.0.1:" + ports.portal() + "/.well-known/jwks.json");
        properties.put("tranche.data", data.path().toString());
        properties.put("tranche.demo", demo);
        properties.put("tranche.instance", INSTANCE);
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + ports.commitments());
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        properties.put("tranche.kafka.bootstrap", bootstrap);
        kafka.ifPresent(login -> {
            properties.put("tranche.kafka.username", login.username());
            properties.put("tranche.kafka.password", login.password());
        });
        properties.put("tranche.registry.url", registry.toString());
        return properties;
    }
}
