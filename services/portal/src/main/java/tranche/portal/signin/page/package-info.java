/** Signing in and out, and who asks for a page. Read {@link tranche.portal.signin.page.VisitorFilter} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.signin.page;
