/** The front door's keys: the private one in a file, the public ones in the database. Read {@link tranche.portal.frontdoor.store.SigningKeyFile}. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor.store;
