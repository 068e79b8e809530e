/** What the deployment says of its own API. Read {@link tranche.portal.reference.ApiDocument} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.reference;
