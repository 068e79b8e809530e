/** What is decided about investors and how they are identified. Read {@link tranche.commitments.investor.domain.Lei} for the identifier of a legal entity. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investor.domain;
