/** Tests of accounts and grants against a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account.store;
