/** One origin and one API for everybody: recognises callers and passes them on to the service that owns what they ask for. Read {@link tranche.portal.frontdoor.Upstreams} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor;
