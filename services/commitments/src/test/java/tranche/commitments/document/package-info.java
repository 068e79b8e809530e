/** Documents over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.document;
