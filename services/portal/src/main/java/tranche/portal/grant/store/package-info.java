/** Grants in the database. Read {@link tranche.portal.grant.store.GrantRows} for decisions, {@link tranche.portal.grant.store.GrantViews} for lists. */
@org.jspecify.annotations.NullMarked
package tranche.portal.grant.store;
