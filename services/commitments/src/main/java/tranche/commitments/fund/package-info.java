/** The front door of the feature fund. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.fund;
