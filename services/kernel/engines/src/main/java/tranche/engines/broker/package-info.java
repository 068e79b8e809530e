/** Kafka in this JVM. Read {@link tranche.engines.broker.EmbeddedBroker} first. */
@org.jspecify.annotations.NullMarked
package tranche.engines.broker;
