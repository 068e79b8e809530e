/** The front door as HTTP: who comes in, and where to. Read {@link tranche.portal.frontdoor.api.ForwardFilter} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor.api;
