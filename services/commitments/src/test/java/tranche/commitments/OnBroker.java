package tranche.commitments;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tranche.testkit.AtEnd;
import tranche.testkit.StubRegistry;
import tranche.testkit.TestBroker;

/** How a service finds the broker of the JVM, and the registry by which all classes read each other's records there. */
public final class OnBroker {

    private static final StubRegistry REGISTRY = AtEnd.close(StubRegistry.start());

    private OnBroker() {}

    public static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("tranche.kafka.bootstrap", TestBroker.bootstrap());
        properties.put("tranche.kafka.username", TestBroker.services().username());
        properties.put("tranche.kafka.password", TestBroker.services().password());
        properties.put("tranche.registry.url", REGISTRY.uri());
        return properties;
    }

    public static URI registry() {
        return REGISTRY.uri();
    }
}
