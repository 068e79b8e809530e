/** Tests of the decisions about accounts. */
@org.jspecify.annotations.NullMarked
package tranche.portal.account.domain;
