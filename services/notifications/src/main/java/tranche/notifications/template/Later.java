package tranche.notifications.template;

import java.util.Map;
import tranche.notifications.notice.domain.AlertType;

/**
 * Figures that notices of a type did not have from the beginning, or do not always have, though their sentences choose by them:
 * what was kept without them has nothing to say there.
 */
final class Later {

    /** What a sentence that chooses by a text knows as nothing. */
    static final String NONE = "none";

    private static final Map<AlertType, Map<String, Object>> FIGURES = Map.ofEntries(
            Map.entry(AlertType.CM_03, Map.of("share", NONE)),
            Map.entry(AlertType.CC_01, Map.of("tranche", NONE, "milestones", NONE, "verified", 0)),
            Map.entry(
                    AlertType.CC_03,
                    Map.of("purpose", NONE, "tranche", NONE, "milestones", NONE, "verified", 0, "uncalled", NONE)),
            Map.entry(AlertType.CC_05, Map.of("valued", NONE)),
            Map.entry(AlertType.CC_07, Map.of("days", 0)),
            Map.entry(AlertType.CC_08, Map.of("reference", NONE, "amount", NONE, "reason", NONE)),
            Map.entry(AlertType.MS_02, Map.of("missing", NONE)),
            Map.entry(AlertType.MS_05, Map.of("chain", NONE, "further", NONE)),
            Map.entry(AlertType.MS_07, Map.of("named", NONE)),
            Map.entry(AlertType.MS_08, Map.of("tranches", NONE)),
            Map.entry(AlertType.TR_01, Map.of("milestones", NONE, "waived", NONE, "kinds", NONE)),
            Map.entry(AlertType.TR_02, Map.of("milestones", NONE, "waived", NONE)),
            Map.entry(AlertType.FC_01, Map.of("resized", NONE, "further", NONE)),
            Map.entry(AlertType.TR_03, Map.of("condition", NONE, "others", 0, "why", NONE)),
            Map.entry(AlertType.NT_01, Map.of("failure", NONE, "what", NONE)));

    private Later() {}

    static Map<String, Object> of(AlertType type) {
        return FIGURES.getOrDefault(type, Map.of());
    }
}
