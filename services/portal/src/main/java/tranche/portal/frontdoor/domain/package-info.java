/** How pages reach the services behind the front door. Read {@link tranche.portal.frontdoor.domain.ServiceCalls} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor.domain;
