/**
 * The tranches that rest on milestones, as far as this service needs to know them: another service's, kept as it tells. Read
 * {@link tranche.milestones.tranche.domain.Tranche} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.milestones.tranche;
