/** Money that a fund puts into a project (domain §7.2). Read {@link tranche.commitments.investment.domain.Treasury} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investment;
