/** Grants: what accounts may do, given by two persons. Read {@link tranche.portal.grant.GrantCommands} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.grant;
