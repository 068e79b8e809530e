package tranche.engines.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import tranche.engines.EngineException;

/** A Kafka that somebody else runs. It is asked whether it answers, and given the topics that are missing. */
public final class ExternalBroker {

    /** A broker that is there answers in milliseconds; name look-up and sign-in come on top. */
    private static final int ANSWER_LIMIT_SECONDS = 10;

    private final String bootstrap;
    private final Optional<KafkaLogin> login;

    private ExternalBroker(String bootstrap, Optional<KafkaLogin> login) {
        this.bootstrap = bootstrap;
        this.login = login;
    }

    /**
     * Asks the broker whether it answers; changes nothing.
     *
     * @param bootstrap {@code host:port}, several separated by commas
     * @param login may make topics, read and write them; empty for a broker that asks nobody
     * @throws EngineException if it does not answer, or refuses the login
     */
    public static ExternalBroker at(String bootstrap, Optional<KafkaLogin> login) {
        ExternalBroker broker = new ExternalBroker(bootstrap, login);
        try (Admin admin = broker.admin()) {
            admin.describeCluster().clusterId().get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            Throwable why = failed instanceof ExecutionException ? failed.getCause() : failed;
            throw new EngineException(
                    "Kafka at " + bootstrap + " cannot be used: "
                            + Optional.ofNullable(why)
                                    .map(Throwable::getMessage)
                                    .orElse("it does not answer"),
                    failed);
        } catch (org.apache.kafka.common.KafkaException wrong) {
            Throwable why = Optional.ofNullable(wrong.getCause()).orElse(wrong);
            throw new EngineException("Kafka at " + bootstrap + " cannot be used: " + why.getMessage(), wrong);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while asking Kafka.", interrupted);
        }
        return broker;
    }

    /** Makes the topics of the services where they are missing, replicated as the broker does by default. */
    public void prepare(Collection<String> services) {
        try (Admin admin = admin()) {
            new Topics(admin).ensure(services);
        }
    }

    private Admin admin() {
        Map<String, Object> settings =
                new HashMap<>(login.map(KafkaLogin::properties).orElse(Map.of("bootstrap.servers", bootstrap)));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_SECONDS * 1_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_SECONDS * 500);
        return Admin.create(settings);
    }
}
