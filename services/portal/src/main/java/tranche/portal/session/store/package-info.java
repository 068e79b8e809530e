/** Sessions in the database. Read {@link tranche.portal.session.store.SessionRows}. */
@org.jspecify.annotations.NullMarked
package tranche.portal.session.store;
