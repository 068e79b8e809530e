/** Imports over HTTP. Read {@link tranche.commitments.imports.api.ImportController} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.imports.api;
