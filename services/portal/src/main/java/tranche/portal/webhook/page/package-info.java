/** Where the visitor has alerts sent, and what became of them on the way. Read {@link tranche.portal.webhook.page.EndpointsPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.webhook.page;
