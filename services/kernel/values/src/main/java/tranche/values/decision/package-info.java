/** What a pure decision answers. Read {@link tranche.values.decision.Decision} first. */
@org.jspecify.annotations.NullMarked
package tranche.values.decision;
