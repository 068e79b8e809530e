/** What the last run through a plan has given, in rows. Read {@link tranche.milestones.plan.store.PlanRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.plan.store;
