/** The contract's conventions, each tried over HTTP where it holds and where it refuses. Read {@link tranche.milestones.manners.Desk} first. */
@org.jspecify.annotations.NullMarked
package tranche.milestones.manners;
