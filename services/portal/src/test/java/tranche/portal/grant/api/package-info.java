/** Tests of grants and approvals over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.portal.grant.api;
