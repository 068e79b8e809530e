package tranche.notifications.notice.domain;

import static tranche.notifications.notice.domain.Severity.CRITICAL;
import static tranche.notifications.notice.domain.Severity.INFO;
import static tranche.notifications.notice.domain.Severity.NOTICE;
import static tranche.notifications.notice.domain.Severity.WARNING;

/** The catalogue of domain §9.2, as far as its events are told. */
public enum AlertType {
    CM_01(INFO),
    CM_02(NOTICE),
    CM_03(NOTICE),
    CM_06(NOTICE),
    CC_01(INFO),
    CC_02(INFO),
    CC_03(WARNING, true),
    CC_04(NOTICE),
    CC_05(INFO),
    CC_06(NOTICE),
    CC_07(WARNING, true),
    CC_08(WARNING),
    CC_09(INFO),
    RC_02(NOTICE),
    MS_01(INFO),
    MS_02(NOTICE),
    MS_03(NOTICE),
    MS_04(WARNING),
    MS_05(WARNING),
    MS_06(INFO),
    MS_07(WARNING),
    MS_08(CRITICAL),
    MS_09(NOTICE),
    BL_01(NOTICE),
    TR_01(NOTICE),
    TR_02(NOTICE),
    TR_03(WARNING),
    TR_04(WARNING),
    FC_01(NOTICE);

    private final Severity severity;
    private final boolean asksAcknowledgement;

    AlertType(Severity severity) {
        this(severity, false);
    }

    AlertType(Severity severity, boolean asksAcknowledgement) {
        this.severity = severity;
        this.asksAcknowledgement = asksAcknowledgement;
    }

    /** The name on the wire, for instance {@code MS-03}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** The type of a name on the wire. */
    public static AlertType of(String code) {
        return valueOf(code.replace('-', '_'));
    }

    public Severity severity() {
        return severity;
    }

    /** Whether its recipient is asked to say that he has taken note. */
    public boolean asksAcknowledgement() {
        return asksAcknowledgement;
    }
}
