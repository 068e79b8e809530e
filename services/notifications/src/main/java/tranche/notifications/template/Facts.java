package tranche.notifications.template;

import java.util.List;
import java.util.Map;
import tranche.notifications.notice.domain.AlertType;

/** Which figures of an alert stand out beside its text, the one that matters most first. */
final class Facts {

    private static final Map<AlertType, List<String>> GAPS = Map.ofEntries(
            Map.entry(AlertType.CM_01, List.of("amount")),
            Map.entry(AlertType.CM_02, List.of("amount", "closing")),
            Map.entry(AlertType.CM_03, List.of("amount", "share", "closing")),
            Map.entry(AlertType.CM_04, List.of("before", "amount", "from")),
            Map.entry(AlertType.CM_07, List.of("committed", "target")),
            Map.entry(AlertType.CC_01, List.of("amount", "due")),
            Map.entry(AlertType.CC_03, List.of("amount", "due", "uncalled")),
            Map.entry(AlertType.CC_04, List.of("open", "due")),
            Map.entry(AlertType.CC_05, List.of("amount", "valued")),
            Map.entry(AlertType.CC_06, List.of("paid", "open", "due")),
            Map.entry(AlertType.CC_07, List.of("open", "due")),
            Map.entry(AlertType.CC_09, List.of("amount")),
            Map.entry(AlertType.RC_02, List.of("amount")),
            Map.entry(AlertType.MS_01, List.of("date")),
            Map.entry(AlertType.MS_03, List.of("date", "verifiers", "items")),
            Map.entry(AlertType.MS_05, List.of("previous", "date", "slip")),
            Map.entry(AlertType.MS_06, List.of("previous", "date", "days")),
            Map.entry(AlertType.MS_09, List.of("date")),
            Map.entry(AlertType.BL_01, List.of("date")),
            Map.entry(AlertType.TR_02, List.of("amount")),
            Map.entry(AlertType.FC_01, List.of("previousDue", "due", "amount")));

    private Facts() {}

    static List<String> of(AlertType type) {
        return GAPS.getOrDefault(type, List.of());
    }
}
