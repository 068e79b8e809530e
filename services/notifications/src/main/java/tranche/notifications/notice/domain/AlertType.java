package tranche.notifications.notice.domain;

import static tranche.notifications.notice.domain.Severity.CRITICAL;
import static tranche.notifications.notice.domain.Severity.INFO;
import static tranche.notifications.notice.domain.Severity.NOTICE;
import static tranche.notifications.notice.domain.Severity.WARNING;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.AUDITOR;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tranche.values.actor.Role;

/**
 * The catalogue of domain §9.2, as far as its events are told: how much each presses, the letters of its channels, and for
 * whom it is mandatory (rule N-2). Beside it, what the owner of a webhook endpoint is told of this one (§2.8).
 */
public enum AlertType {
    CM_01(INFO, "PE"),
    CM_02(NOTICE, "PEW", INVESTOR, FUND_MANAGER),
    CM_03(NOTICE, "PEW", INVESTOR, FUND_MANAGER),
    CM_04(NOTICE, "PEW", INVESTOR, FUND_MANAGER),
    CM_05(NOTICE, "PE", INVESTOR, FUND_MANAGER),
    CM_06(NOTICE, "PE", INVESTOR, FUND_MANAGER),
    CM_07(INFO, "PEW"),
    CC_01(INFO, "PE"),
    CC_02(INFO, "PE"),
    CC_03(WARNING, "PEW", true, INVESTOR),
    CC_04(NOTICE, "PE", INVESTOR),
    CC_05(INFO, "PEW"),
    CC_06(NOTICE, "PE", INVESTOR, FUND_MANAGER),
    CC_07(WARNING, "PEW", true, INVESTOR, FUND_MANAGER, APPROVER),
    CC_08(WARNING, "PEW", INVESTOR, FUND_MANAGER),
    CC_09(INFO, "PE"),
    RC_02(NOTICE, "PE", INVESTOR, FUND_MANAGER),
    BK_01(CRITICAL, "PE", true, INVESTOR, FUND_MANAGER, AUDITOR),
    MS_01(INFO, "PEW"),
    MS_02(NOTICE, "PE"),
    MS_03(NOTICE, "PEW"),
    MS_04(WARNING, "PEW"),
    MS_05(WARNING, "PEW"),
    MS_06(INFO, "PEW"),
    MS_07(WARNING, "PEW", INVESTOR, AUDITOR),
    MS_08(CRITICAL, "PEW", INVESTOR, FUND_MANAGER, AUDITOR),
    MS_09(NOTICE, "PE"),
    BL_01(NOTICE, "PE"),
    TR_01(NOTICE, "PEW"),
    TR_02(NOTICE, "PEW"),
    TR_03(WARNING, "PEW", FUND_MANAGER, APPROVER),
    TR_04(WARNING, "PE", INVESTOR, FUND_MANAGER, AUDITOR),
    FC_01(NOTICE, "PEW"),
    NT_01(CRITICAL, "PE", FUND_MANAGER),
    WH_01(WARNING, "PE");

    private final Severity severity;
    private final String letters;
    private final boolean asksAcknowledgement;
    private final Set<Role> mandatoryFor;

    AlertType(Severity severity, String letters, Role... mandatoryFor) {
        this(severity, letters, false, mandatoryFor);
    }

    AlertType(Severity severity, String letters, boolean asksAcknowledgement, Role... mandatoryFor) {
        this.severity = severity;
        this.letters = letters;
        this.asksAcknowledgement = asksAcknowledgement;
        this.mandatoryFor = Set.of(mandatoryFor);
    }

    /** The name on the wire, for instance {@code MS-03}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** The type of a name on the wire. */
    public static AlertType of(String code) {
        return valueOf(code.replace('-', '_'));
    }

    /** All by their names on the wire, in the order of these names. */
    public static Map<String, AlertType> byCode() {
        Map<String, AlertType> types = new TreeMap<>();
        Arrays.stream(values()).forEach(type -> types.put(type.code(), type));
        return types;
    }

    public Severity severity() {
        return severity;
    }

    /** How it is told where its recipient has chosen nothing else. */
    public Set<Channel> channels() {
        Set<Channel> channels = EnumSet.allOf(Channel.class);
        channels.removeIf(channel -> letters.indexOf(channel.letter()) < 0);
        return channels;
    }

    /** Whether who holds these roles cannot mute it (rule N-2). */
    public boolean isMandatoryFor(Collection<Role> roles) {
        return roles.stream().anyMatch(mandatoryFor::contains);
    }

    /** Whether its recipient is asked to say that he has taken note. */
    public boolean asksAcknowledgement() {
        return asksAcknowledgement;
    }
}
