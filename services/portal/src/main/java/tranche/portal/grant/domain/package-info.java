/** Grants: roles within scopes, proposed by one person and confirmed by another. Read {@link tranche.portal.grant.domain.GrantBook} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.grant.domain;
