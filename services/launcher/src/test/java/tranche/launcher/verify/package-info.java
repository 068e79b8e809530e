/** The auditor on a whole small deployment. Read {@link tranche.launcher.verify.VerifyTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.verify;
