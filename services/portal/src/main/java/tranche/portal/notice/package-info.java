/** The check of a notice by whoever holds one. Read {@link tranche.portal.notice.page.NoticeCheckPage} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.notice;
