/** The raise as pages read it: rows kept from events, lists cut to the caller's access. Read {@link tranche.portal.raise.store.RaiseRows} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.store;
