/** Accounts in the database. Read {@link tranche.portal.account.store.AccountRows} for decisions, {@link tranche.portal.account.store.AccountViews} for lists. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account.store;
