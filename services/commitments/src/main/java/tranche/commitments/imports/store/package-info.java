/** Imports as they are kept, and the objects that rows name. Read {@link tranche.commitments.imports.store.ImportRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.imports.store;
