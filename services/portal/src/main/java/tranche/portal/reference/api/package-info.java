/** The API document over HTTP. Read {@link tranche.portal.reference.api.DocumentController} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.reference.api;
