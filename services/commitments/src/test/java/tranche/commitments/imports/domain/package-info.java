/** How files are understood. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.imports.domain;
