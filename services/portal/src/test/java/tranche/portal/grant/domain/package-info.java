/** Tests of the decisions about grants. */
@org.jspecify.annotations.NullMarked
package tranche.portal.grant.domain;
