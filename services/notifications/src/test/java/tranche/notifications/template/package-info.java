/** What alerts say. Read {@link tranche.notifications.template.TemplatesTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.template;
