/** Read {@link tranche.portal.webhook.page.EndpointsPageTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.webhook.page;
