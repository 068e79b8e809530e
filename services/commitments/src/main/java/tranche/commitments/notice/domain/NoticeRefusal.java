package tranche.commitments.notice.domain;

import tranche.values.decision.Refusal;

/** Why there is no notice of a line. Where several hold, the first of this list is told. */
public enum NoticeRefusal implements Refusal {
    /** It has not been issued. */
    INVALID_STATE,

    /** It was issued before notices were signed. */
    NOTICE_NOT_SIGNED
}
