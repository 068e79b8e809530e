/** What a file is. Read {@link tranche.values.file.FileType}. */
@org.jspecify.annotations.NullMarked
package tranche.values.file;
