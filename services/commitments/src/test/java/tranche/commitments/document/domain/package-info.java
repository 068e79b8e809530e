/** Files and what they are. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.document.domain;
