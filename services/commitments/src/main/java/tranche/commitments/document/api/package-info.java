/** Documents over HTTP. Read {@link tranche.commitments.document.api.DocumentController} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.document.api;
