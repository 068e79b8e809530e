/** Who looks at a page and how they want it shown. Read {@link tranche.portal.session.domain.Visitor} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.session.domain;
