/**
 * Where a fund is paid: its bank accounts, each proposed by one person and approved by another. Read
 * {@link tranche.commitments.payment.domain.PaymentFile} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.commitments.payment.domain;
