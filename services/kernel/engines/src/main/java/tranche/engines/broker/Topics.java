package tranche.engines.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import tranche.engines.EngineException;
import tranche.engines.Wait;

/**
 * The topics of the services, as the broker must have them: {@code <service>.events}, kept for ever, and
 * {@code <service>.events.dead}, kept for 90 days.
 */
final class Topics {

    /** Fixed for the life of a topic: with another number a key would move and its order be lost. */
    static final int PARTITIONS = 12;

    private static final String FOR_EVER = "-1";

    /** Time enough to see, repair and replay what could not be handled. */
    private static final String NINETY_DAYS = Long.toString(TimeUnit.DAYS.toMillis(90));

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final Admin admin;

    Topics(Admin admin) {
        this.admin = admin;
    }

    /** Makes the topics that are missing, and the retention of all of them as it must be. */
    void ensure(Collection<String> services) {
        List<String> names = names(services);
        Set<String> existing = get(admin.listTopics().names());
        List<String> kept = names.stream().filter(existing::contains).toList();
        refuseOtherPartitions(get(admin.describeTopics(kept).allTopicNames()));
        get(admin.createTopics(names.stream()
                        .filter(name -> !existing.contains(name))
                        .map(name ->
                                new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()).configs(retention(name)))
                        .toList())
                .all());
        get(admin.incrementalAlterConfigs(kept.stream()
                        .collect(Collectors.toMap(
                                name -> new ConfigResource(ConfigResource.Type.TOPIC, name), Topics::retentionChange)))
                .all());
        await(() -> get(admin.listTopics().names()).containsAll(names), "its topics");
    }

    /**
     * Lets a user read these topics and nothing else, under any consumer group but the services' own: who joins one of
     * those would take partitions away from the service.
     */
    void letRead(String username, Collection<String> services) {
        List<AclBinding> rights = new ArrayList<>();
        for (String topic : names(services)) {
            rights.add(right(username, ResourceType.TOPIC, topic, AclOperation.READ, AclPermissionType.ALLOW));
            rights.add(
                    right(username, ResourceType.TOPIC, topic, AclOperation.DESCRIBE_CONFIGS, AclPermissionType.ALLOW));
        }
        rights.add(right(username, ResourceType.GROUP, "*", AclOperation.READ, AclPermissionType.ALLOW));
        for (String service : services) {
            rights.add(new AclBinding(
                    new ResourcePattern(ResourceType.GROUP, service, PatternType.PREFIXED),
                    entry(username, AclOperation.ALL, AclPermissionType.DENY)));
        }
        get(admin.createAcls(rights).all());
        await(() -> get(admin.describeAcls(AclBindingFilter.ANY).values()).containsAll(rights), "its access rules");
    }

    /** What the controller has written the broker learns a little later. */
    private static void await(BooleanSupplier condition, String what) {
        if (!Wait.until(condition, ANSWER_LIMIT)) {
            throw new EngineException("The broker did not take up " + what + " within " + ANSWER_LIMIT + ".");
        }
    }

    private static List<String> names(Collection<String> services) {
        return services.stream()
                .flatMap(service -> List.of(service + ".events", service + ".events.dead").stream())
                .toList();
    }

    private static Map<String, String> retention(String topic) {
        return Map.of("cleanup.policy", "delete", "retention.ms", topic.endsWith(".dead") ? NINETY_DAYS : FOR_EVER);
    }

    private static Collection<AlterConfigOp> retentionChange(String topic) {
        return retention(topic).entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static void refuseOtherPartitions(Map<String, TopicDescription> topics) {
        topics.forEach((name, topic) -> {
            if (topic.partitions().size() != PARTITIONS) {
                throw new EngineException(
                        "Topic " + name + " has " + topic.partitions().size() + " partitions; it must keep its "
                                + PARTITIONS + ", or events of one key lose their order.");
            }
        });
    }

    private static AclBinding right(
            String username, ResourceType kind, String name, AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(kind, name, PatternType.LITERAL), entry(username, operation, permission));
    }

    private static AccessControlEntry entry(String username, AclOperation operation, AclPermissionType permission) {
        return new AccessControlEntry("User:" + username, "*", operation, permission);
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new EngineException("The broker refused: " + failed.getCause(), failed);
        } catch (TimeoutException late) {
            throw new EngineException("The broker did not answer within " + ANSWER_LIMIT + ".", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineException("Interrupted while preparing the topics.", interrupted);
        }
    }
}
