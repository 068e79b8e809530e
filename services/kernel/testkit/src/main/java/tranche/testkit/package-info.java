/**
 * What tests stand on: a real PostgreSQL and a real broker, a clock and ids that a test decides, and the rules of the
 * house. Read {@link tranche.testkit.TestDatabase} first, and {@link tranche.testkit.ServiceProcess} for a service over HTTP.
 * Test scope only.
 */
@org.jspecify.annotations.NullMarked
package tranche.testkit;
