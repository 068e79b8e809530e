/** What alerts say, in English and French. Read {@link tranche.notifications.template.Templates} first. */
@org.jspecify.annotations.NullMarked
package tranche.notifications.template;
