package tranche.launcher.up;

import java.util.HashMap;
import java.util.Map;
import tranche.engines.postgres.ServiceDatabase;

/**
 * The properties with which a service is started: where its engines are and who it is.
 *
 * @param addresses where services listen and find each other
 * @param allowPrivateWebhooks whether webhooks may go to this machine and its network
 * @param instance a name that this launcher's consumers keep over restarts and share with no other launcher's
 * @param engines where Kafka and the registry are
 */
record Wiring(
        PortPlan ports,
        Addresses addresses,
        DataFolder data,
        boolean demo,
        boolean allowPrivateWebhooks,
        String instance,
        Map<String, Object> engines) {

    String origin() {
        return addresses.origin(ports);
    }

    Map<String, Object> of(HostedService service, ServiceDatabase database) {
        Map<String, Object> properties = new HashMap<>(engines);
        properties.put("micronaut.server.host", addresses.host());
        properties.put("micronaut.server.port", service.port(ports));
        properties.put("tranche.origin", origin());
        properties.put("tranche.keys-url", at(HostedService.PORTAL) + "/.well-known/jwks.json");
        properties.put("tranche.data", data.path().toString());
        properties.put("tranche.demo", demo);
        properties.put("tranche.allow-private-webhooks", allowPrivateWebhooks);
        properties.put("tranche.instance", instance);
        properties.put("tranche.upstream.commitments", at(HostedService.COMMITMENTS));
        properties.put("tranche.upstream.milestones", at(HostedService.MILESTONES));
        properties.put("tranche.upstream.notifications", at(HostedService.NOTIFICATIONS));
        properties.put("tranche.database.url", database.url());
        properties.put("tranche.database.owner", database.owner());
        properties.put("tranche.database.owner-password", database.ownerPassword());
        properties.put("tranche.database.user", database.user());
        properties.put("tranche.database.password", database.password());
        return properties;
    }

    private String at(HostedService service) {
        return addresses.of(service, ports);
    }
}
