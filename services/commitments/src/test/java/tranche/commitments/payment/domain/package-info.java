/** The rules of where funds are paid. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.payment.domain;
