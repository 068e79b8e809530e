/** The page on which a notice is checked. Read {@link tranche.portal.notice.page.NoticeCheckPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.notice.page;
