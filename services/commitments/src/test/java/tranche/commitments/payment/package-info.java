/** Where funds are paid, over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.payment;
