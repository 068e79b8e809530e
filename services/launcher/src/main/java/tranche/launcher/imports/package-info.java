/** {@code ./tranche import}: hands a file in over the public contract. Read {@link tranche.launcher.imports.ImportCommand} first. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.imports;
