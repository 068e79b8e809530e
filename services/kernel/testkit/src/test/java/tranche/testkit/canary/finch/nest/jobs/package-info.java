/** Canaries of the house rules. Read {@link tranche.testkit.house.Breaks} first. */
@org.jspecify.annotations.NullMarked
package tranche.testkit.canary.finch.nest.jobs;
