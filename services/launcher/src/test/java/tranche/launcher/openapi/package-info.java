/** Holds the API document equal to the code. Read {@link tranche.launcher.openapi.ApiDocumentTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.launcher.openapi;
