/** The two pages behind links in mails that do something without sign-in. Read {@link tranche.portal.mail.page.MailLinkPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.mail.page;
