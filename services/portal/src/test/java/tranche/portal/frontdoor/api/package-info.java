/** Tests of the front door over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor.api;
