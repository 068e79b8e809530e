package tranche.engines.broker;

import java.util.Map;
import java.util.TreeMap;

/**
 * How to reach a broker, and as whom.
 *
 * @param bootstrap {@code host:port} of the broker
 * @param username of a SCRAM-SHA-256 user
 * @param password of that user
 */
public record KafkaLogin(String bootstrap, String username, String password) {

    /** The client properties that every Kafka client of Java takes, in alphabetical order. */
    public Map<String, String> properties() {
        return new TreeMap<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-256",
                "sasl.jaas.config",
                jaas("org.apache.kafka.common.security.scram.ScramLoginModule", username, password)));
    }

    static String jaas(String module, String username, String password) {
        return module + " required username=\"" + username + "\" password=\"" + password + "\";";
    }

    @Override
    public String toString() {
        return bootstrap + " as " + username;
    }
}
