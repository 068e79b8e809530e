/**
 * Files that rows name, kept under their hash. A service that has any says by {@link tranche.flow.file.FileNames} which are
 * named. Read {@link tranche.flow.file.KeptFiles} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.flow.file;
