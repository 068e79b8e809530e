/**
 * The embedded broker, PostgreSQL and registry: what a cluster's operators would otherwise run. Read {@link
 * tranche.engines.postgres.EmbeddedPostgres}, {@link tranche.engines.broker.EmbeddedBroker} and {@link
 * tranche.engines.registry.RegistryProcess}; each keeps all it has in a folder of its own.
 */
@org.jspecify.annotations.NullMarked
package tranche.engines;
