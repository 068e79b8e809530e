/** Notices over HTTP, as JSON and as PDF. Read {@link tranche.commitments.notice.NoticeTest} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.notice;
