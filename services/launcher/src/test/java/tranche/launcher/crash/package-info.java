/**
 * Processes of the product that end in the middle of their work, and what is left then: at planned points in {@link
 * tranche.launcher.crash.CrashPointsTest}, at any moment in {@link tranche.launcher.crash.KillTest}. Read the first one first.
 */
@org.jspecify.annotations.NullMarked
package tranche.launcher.crash;
