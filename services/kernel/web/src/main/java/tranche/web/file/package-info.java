/** Files over HTTP, in and out. Read {@link tranche.web.file.Uploads} first. */
@org.jspecify.annotations.NullMarked
package tranche.web.file;
