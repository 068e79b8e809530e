/** Tests of accounts and keys over HTTP. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account.api;
