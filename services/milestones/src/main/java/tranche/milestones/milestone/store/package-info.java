/** The rows of milestones and of their versions. Read {@link tranche.milestones.milestone.store.SiteRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.milestone.store;
