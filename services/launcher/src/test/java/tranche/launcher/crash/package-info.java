/**
 * Processes of the product that end in the middle of their work, and what is left then: at planned points in {@link
 * tranche.launcher.crash.CrashPointsTest}, at any moment in {@link tranche.launcher.crash.KillTest}. Read {@link
 * tranche.launcher.crash.ClaimToReceiptTest} first: the way that the product is for, with nobody killed on it.
 */
@org.jspecify.annotations.NullMarked
package tranche.launcher.crash;
