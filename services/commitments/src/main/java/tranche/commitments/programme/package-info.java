/** The front door of the feature programme. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.programme;
