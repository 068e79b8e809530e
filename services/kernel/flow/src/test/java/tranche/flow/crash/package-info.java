/** What is left when the JVM of a service ends between two steps. Read {@link tranche.flow.crash.Outage} first. */
@org.jspecify.annotations.NullMarked
package tranche.flow.crash;
