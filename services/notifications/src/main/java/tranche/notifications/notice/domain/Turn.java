package tranche.notifications.notice.domain;

import static tranche.notifications.notice.domain.AlertType.BL_01;
import static tranche.notifications.notice.domain.AlertType.CC_01;
import static tranche.notifications.notice.domain.AlertType.CC_02;
import static tranche.notifications.notice.domain.AlertType.CC_03;
import static tranche.notifications.notice.domain.AlertType.CC_04;
import static tranche.notifications.notice.domain.AlertType.CC_05;
import static tranche.notifications.notice.domain.AlertType.CC_06;
import static tranche.notifications.notice.domain.AlertType.CC_07;
import static tranche.notifications.notice.domain.AlertType.CM_01;
import static tranche.notifications.notice.domain.AlertType.CM_07;
import static tranche.notifications.notice.domain.AlertType.FC_01;
import static tranche.notifications.notice.domain.AlertType.MS_01;
import static tranche.notifications.notice.domain.AlertType.MS_02;
import static tranche.notifications.notice.domain.AlertType.MS_03;
import static tranche.notifications.notice.domain.AlertType.MS_04;
import static tranche.notifications.notice.domain.AlertType.MS_05;
import static tranche.notifications.notice.domain.AlertType.MS_06;
import static tranche.notifications.notice.domain.AlertType.MS_09;
import static tranche.notifications.notice.domain.AlertType.TR_01;
import static tranche.notifications.notice.domain.AlertType.TR_03;

import java.util.EnumSet;
import java.util.Set;

/**
 * A turn that a thing takes, and which alerts about it are then superseded (rule N-6): what waited is done, or something newer
 * says more. A call that was issued to an investor is a notice with a legal time of its own (rule N-8): that it is paid does not
 * unsay it, only its withdrawal does.
 */
public enum Turn {
    COMMITMENT_DECIDED(CM_01),
    RAISE_TOLD(CM_07),
    CALL_APPROVED(CC_01),
    CALL_REOPENED(CC_02),
    CALL_ISSUED(CC_01, CC_02),
    CALL_CANCELLED(CC_01, CC_02),
    LINE_DUE(CC_04),
    LINE_PART_PAID(CC_06),
    LINE_PAID(CC_04, CC_06, CC_07),
    LINE_REOPENED(CC_05),
    LINE_REVERSED(CC_03, CC_04, CC_06, CC_07),
    FORECAST_TOLD(FC_01),
    MILESTONE_CLAIMED(MS_01, MS_04, MS_09),
    CLAIM_DECIDED(MS_01, MS_02),
    MILESTONE_ACHIEVED(MS_01, MS_02, MS_04, MS_05, MS_06, MS_09),
    MILESTONE_MOVED(MS_05, MS_06),
    BASELINE_MOVED(BL_01, MS_09),
    VERIFICATION_REVOKED(MS_03),
    MILESTONE_GONE(MS_01, MS_02, MS_04, MS_05, MS_06, MS_09, BL_01),
    TRANCHE_UNLOCKED(TR_03),
    CONDITIONS_GONE(TR_01, TR_03);

    private final Set<AlertType> superseded;

    Turn(AlertType first, AlertType... others) {
        superseded = EnumSet.of(first, others);
    }

    /** Types of alerts about the thing that have nothing left to say. */
    public Set<AlertType> superseded() {
        return EnumSet.copyOf(superseded);
    }
}
