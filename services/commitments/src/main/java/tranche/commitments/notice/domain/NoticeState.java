package tranche.commitments.notice.domain;

/** Whether a notice is to be paid. Its signed content never says so, for it never changes. */
public enum NoticeState {
    GENUINE,

    /** Its call was taken back: what is right, if anything, was called anew (rule D-3). */
    WITHDRAWN,

    /** Nobody here has made a file of that hash. */
    UNKNOWN
}
