/** Tests of the page about the API over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.portal.reference.page;
