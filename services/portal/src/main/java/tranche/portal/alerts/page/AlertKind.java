package tranche.portal.alerts.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tranche.portal.words.page.Words;

/**
 * The kinds of alerts, in the order in which they are offered, each with the ways in which the catalogue has it told. The service
 * may tell of more: their codes are then all that is known of them.
 */
public enum AlertKind {
    CM_01("PE"),
    CM_02("PEW"),
    CM_03("PEW"),
    CM_04("PEW"),
    CM_05("PE"),
    CM_06("PE"),
    CM_07("PEW"),
    CC_01("PE"),
    CC_02("PE"),
    CC_03("PEW"),
    CC_04("PE"),
    CC_05("PEW"),
    CC_06("PE"),
    CC_07("PEW"),
    CC_08("PEW"),
    CC_09("PE"),
    RC_02("PE"),
    BK_01("PE"),
    MS_01("PEW"),
    MS_02("PE"),
    MS_03("PEW"),
    MS_04("PEW"),
    MS_05("PEW"),
    MS_06("PEW"),
    MS_07("PEW"),
    MS_08("PEW"),
    MS_09("PE"),
    BL_01("PE"),
    TR_01("PEW"),
    TR_02("PEW"),
    TR_03("PEW"),
    TR_04("PE"),
    FC_01("PEW"),
    NT_01("PE"),
    WH_01("PE");

    /** What stands for all of them, those of later versions too. */
    public static final String EVERY = "*";

    /** Their codes on the wire. */
    public static final List<String> CODES =
            Arrays.stream(values()).map(AlertKind::code).toList();

    private final String ways;

    AlertKind(String ways) {
        this.ways = ways;
    }

    /** The kind of a code; empty where none is known. */
    public static Optional<AlertKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Its code on the wire, for instance {@code MS-03}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** The first letters of the ways in which it is told: P portal, E e-mail, W webhook. */
    public String ways() {
        return ways;
    }

    /** What a kind is called; what has no name here is called by its code. */
    public static String name(String code, Words words) {
        String key = "kind." + code.toLowerCase(Locale.ROOT);
        return words.texts().has(key) ? words.say(key) : code;
    }
}
