/** {@code ./tranche check}: worked examples, the domain's own or an auditor's, against the product's own arithmetic. Read {@link tranche.launcher.check.CheckCommand} first; a new rule is an entry in {@link tranche.launcher.check.Rules}. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.check;
