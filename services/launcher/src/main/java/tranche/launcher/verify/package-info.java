/** {@code ./tranche verify}: the auditor, led to the engines of a data folder. Read {@link tranche.launcher.verify.VerifyCommand} first. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.verify;
