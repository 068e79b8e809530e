/** Grants and their approvals over HTTP. Read {@link tranche.portal.grant.api.GrantController} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.grant.api;
