/** The front door of notices: they are signed at the issue, rendered when they are first asked for, and kept. Read {@link tranche.commitments.notice.NoticeIssue} first. */
@org.jspecify.annotations.NullMarked
package tranche.commitments.notice;
