package tranche.commitments.drawdown.api;

import java.util.List;
import java.util.Optional;
import tranche.commitments.drawdown.domain.CallDifference;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.web.json.JsonObject;

/** What an edit changed of a call, as callers get it. */
final class ChangeAnswers {

    private ChangeAnswers() {}

    /** @param earlier empty where the call was never edited: then nothing has changed */
    static JsonObject json(CapitalCall call, Optional<CapitalCall> earlier, Optional<CallDifference> difference) {
        return JsonObject.empty()
                .put("id", call.id().value())
                .put("version", call.version().number())
                .put("contentHash", call.contentHash().hex())
                .put("since", earlier.map(ChangeAnswers::json))
                .put("dueDate", difference.flatMap(CallDifference::dueDate).map(ChangeAnswers::json))
                .put("purpose", difference.flatMap(CallDifference::purpose).map(ChangeAnswers::json))
                .put("basis", difference.flatMap(CallDifference::basis).map(ChangeAnswers::json))
                .put("total", difference.flatMap(CallDifference::total).map(ChangeAnswers::json))
                .put(
                        "components",
                        difference.map(CallDifference::components).orElse(List.of()).stream()
                                .map(part -> JsonObject.empty()
                                        .put("type", part.type())
                                        .put("was", part.was())
                                        .put("is", part.is()))
                                .toList())
                .put(
                        "lines",
                        difference.map(CallDifference::lines).orElse(List.of()).stream()
                                .map(line -> JsonObject.empty()
                                        .put("commitmentId", line.commitment().value())
                                        .put("investorId", line.investor().value())
                                        .put("was", line.was())
                                        .put("is", line.is()))
                                .toList());
    }

    private static JsonObject json(CapitalCall then) {
        return JsonObject.empty()
                .put("version", then.version().number())
                .put("contentHash", then.contentHash().hex())
                .put("recordedAt", then.version().recordedAt());
    }

    private static JsonObject json(CallDifference.Changed<?> changed) {
        return JsonObject.empty().put("was", changed.was()).put("is", changed.is());
    }
}
