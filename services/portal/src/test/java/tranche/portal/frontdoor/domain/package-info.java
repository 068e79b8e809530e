/** Tests of the front door's ways and manners. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor.domain;
