package tranche.commitments.drawdown.api;

import tranche.commitments.drawdown.domain.CallPreview;
import tranche.web.json.JsonObject;

/** What a draft would come to, as its maker gets it. */
final class PreviewAnswers {

    private PreviewAnswers() {}

    static JsonObject json(CallPreview preview) {
        return JsonObject.empty()
                .put("total", preview.content().total())
                .put("dueDate", preview.content().dueDate())
                .put("businessDay", preview.businessDay())
                .put("earliest", preview.earliest())
                .put("basis", preview.basis())
                .put("lines", preview.lines().stream().map(PreviewAnswers::json).toList());
    }

    private static JsonObject json(CallPreview.Line line) {
        return JsonObject.empty()
                .put("commitmentId", line.commitment().value())
                .put("investorId", line.investor().value())
                .put("amount", line.amount())
                .put("uncalledAfter", line.uncalledAfter())
                .put(
                        "components",
                        line.shares().stream()
                                .map(share -> CallAnswers.json(share, true))
                                .toList());
    }
}
