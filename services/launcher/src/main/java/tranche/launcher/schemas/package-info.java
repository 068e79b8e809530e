/**
 * Whether the event schemas still agree with every release: what {@code ./tranche schemas} and the build check. Read
 * {@link tranche.launcher.schemas.Compatibility} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.launcher.schemas;
