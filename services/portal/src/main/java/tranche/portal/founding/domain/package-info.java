/** Who is there at the beginning. Read {@link tranche.portal.founding.domain.DemoAccount}. */
@org.jspecify.annotations.NullMarked
package tranche.portal.founding.domain;
