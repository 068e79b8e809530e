package tranche.commitments.drawdown.api;

import java.util.List;
import tranche.commitments.drawdown.domain.CallCheck;
import tranche.web.json.JsonObject;

/** The guards of a call's next step as callers get them, each with what it was measured by. */
final class CheckAnswers {

    private CheckAnswers() {}

    static List<JsonObject> json(List<CallCheck> checks) {
        return checks.stream().map(CheckAnswers::json).toList();
    }

    private static JsonObject json(CallCheck check) {
        return switch (check) {
            case CallCheck.Conditions conditions ->
                begun("CONDITIONS", check)
                        .put("milestones", conditions.milestones())
                        .put("verified", conditions.verified())
                        .put("waived", conditions.waived())
                        .put("evidence", conditions.evidence());
            case CallCheck.TrancheAmount amount ->
                begun("TRANCHE_AMOUNT", check).put("tranche", amount.tranche());
            case CallCheck.Uncalled uncalled ->
                begun("UNCALLED", check).put("lines", uncalled.lines()).put("beyond", uncalled.beyond());
            case CallCheck.Notice notice ->
                begun("NOTICE", check)
                        .put("businessDays", notice.businessDays())
                        .put("earliest", notice.earliest());
            case CallCheck.Eyes eyes ->
                begun("FOUR_EYES", check)
                        .put("command", eyes.step().command())
                        .put(
                                "because",
                                eyes.because().stream().map(Enum::name).sorted().toList());
        };
    }

    private static JsonObject begun(String code, CallCheck check) {
        return JsonObject.empty()
                .put("code", code)
                .put("outcome", check.verdict().outcome())
                .put("problem", check.verdict().refusal());
    }
}
