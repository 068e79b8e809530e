/** When a fund may put money into a project, and what that books. Read {@link tranche.commitments.investment.domain.Treasury} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investment.domain;
