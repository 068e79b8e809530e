/** What a notice says, and what becomes of it. Read {@link tranche.commitments.notice.domain.NoticeContent} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.notice.domain;
