/** The front door of the feature investor. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.investor;
