package tranche.launcher.up;

import java.util.HashMap;
import java.util.Map;
import tranche.engines.postgres.ServiceDatabase;

/**
 * The properties with which a service is started: where its engines are and who it is.
 *
 * @param instance a name that this launcher's consumers keep over restarts and share with no other launcher's
 * @param engines where Kafka and the registry are
 */
record Wiring(PortPlan ports, DataFolder data, boolean demo, String instance, Map<String, Object> engines) {

    String origin() {
        return "http://localhost:" + ports.portal();
    }

    Map<String, Object> of(HostedService service, ServiceDatabase database) {
        Map<String, Object> properties = new HashMap<>(engines);
        properties.put("micronaut.server.port", service.port(ports));
        properties.put("tranche.origin", origin());
        properties.put("tranche.keys-url", "http://127.0.0.1:" + ports.portal() + "/.well-known/jwks.json");
        properties.put("tranche.data", data.path().toString());
        properties.put("tranche.demo", demo);
        properties.put("tranche.instance", instance);
        properties.put("tranche.upstream.commitments", "http://127.0.0.1:" + ports.commitments());
        properties.put("tranche.upstream.milestones", "http://127.0.0.1:" + ports.milestones());
        properties.put("tranche.upstream.notifications", "http://127.0.0.1:" + ports.notifications());
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        return properties;
    }
}
