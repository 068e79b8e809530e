/** The front door of where a fund is paid. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.payment;
