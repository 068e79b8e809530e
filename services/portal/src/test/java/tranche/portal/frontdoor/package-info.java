/** Tests of the pages' way to the services. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor;
