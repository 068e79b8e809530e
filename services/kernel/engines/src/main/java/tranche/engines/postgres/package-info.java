/** PostgreSQL beside this JVM. Read {@link tranche.engines.postgres.EmbeddedPostgres} first. */
@org.jspecify.annotations.NullMarked
package tranche.engines.postgres;
