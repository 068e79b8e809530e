package tranche.portal.webhook.page;

import java.util.List;
import java.util.Locale;
import tranche.portal.words.page.Words;

/** The kinds of alerts by their codes on the wire. The service may tell of more: their codes are then all that is known of them. */
final class AlertKind {

    /** What stands for all of them, those of later versions too. */
    static final String EVERY = "*";

    /** In the order in which they are offered. */
    static final List<String> CODES = List.of(
            "CM-01", "CM-02", "CM-03", "CM-06", "CC-01", "CC-02", "CC-03", "CC-04", "CC-05", "CC-06", "CC-07", "CC-08",
            "CC-09", "RC-02", "BK-01", "MS-01", "MS-02", "MS-03", "MS-04", "MS-05", "MS-06", "MS-07", "MS-08", "MS-09",
            "BL-01", "TR-01", "TR-02", "TR-03", "TR-04", "FC-01");

    private AlertKind() {}

    static String name(String code, Words words) {
        String key = "endpoints.kind." + code.toLowerCase(Locale.ROOT);
        return words.texts().has(key) ? words.say(key) : code;
    }
}
