/** What a file is, told from its bytes. */
@org.jspecify.annotations.NullMarked
package tranche.values.file;
