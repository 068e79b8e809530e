package tranche.engines.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How the one node runs. Both of its listeners are on 127.0.0.1 and ask for a password: clients by SCRAM-SHA-256, the
 * controller's by PLAIN, since SCRAM users live in the metadata that the controller itself must load first.
 */
final class BrokerSettings {

    /** Whom the node is to itself. */
    static final String NODE_USER = "node";

    /** Offsets, transactions and shares of one node: the default of 50 partitions each only costs files and memory. */
    private static final String FEW_PARTITIONS = "4";

    private BrokerSettings() {}

    static Properties of(Path log, int port, int controllerPort, String servicesUser, String nodePassword) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("log.dirs", log.toString());

        settings.setProperty("listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        settings.setProperty("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "CLIENT");
        settings.setProperty("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-256");
        settings.setProperty("listener.name.client.sasl.enabled.mechanisms", "SCRAM-SHA-256");
        settings.setProperty(
                "listener.name.client.scram-sha-256.sasl.jaas.config",
                KafkaLogin.jaas("org.apache.kafka.common.security.scram.ScramLoginModule", NODE_USER, nodePassword));
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
        settings.setProperty("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        settings.setProperty(
                "listener.name.controller.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + NODE_USER
                        + "\" password=\"" + nodePassword + "\" user_" + NODE_USER + "=\"" + nodePassword + "\";");
        settings.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.setProperty("super.users", "User:" + NODE_USER + ";User:" + servicesUser);
        settings.setProperty("allow.everyone.if.no.acl.found", "false");

        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", FEW_PARTITIONS);
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", FEW_PARTITIONS);
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.num.partitions", FEW_PARTITIONS);
        // A consumer alone in its group need not wait for others to join.
        settings.setProperty("group.initial.rebalance.delay.ms", "0");

        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }
}
