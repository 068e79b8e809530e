package tranche.testkit.canary.finch.nest.store;

import org.apache.kafka.common.TopicPartition;
import tranche.testkit.house.Breaks;

@Breaks("Kafka is spoken in flow")
record Whistle(TopicPartition known) {}
