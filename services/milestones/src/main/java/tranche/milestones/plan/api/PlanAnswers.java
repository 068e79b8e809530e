package tranche.milestones.plan.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.plan.domain.Position;
import tranche.milestones.plan.store.PlanViews.Edge;
import tranche.milestones.slip.domain.Forecast;
import tranche.web.json.JsonObject;

/** A plan as it is answered. */
final class PlanAnswers {

    private PlanAnswers() {}

    static JsonObject json(Optional<LocalDate> date, List<Position> positions, List<Edge> edges) {
        return JsonObject.empty()
                .put("dataDate", date)
                .put("finish", positions.stream().map(Position::earlyFinish).max(LocalDate::compareTo))
                .put("nodes", positions.stream().map(PlanAnswers::json).toList())
                .put("edges", edges.stream().map(PlanAnswers::json).toList());
    }

    private static JsonObject json(Position position) {
        return JsonObject.empty()
                .put("milestoneId", position.milestone().value())
                .put("calendar", position.calendar())
                .put("durationDays", position.durationDays())
                .put("earlyStart", position.earlyStart())
                .put("earlyFinish", position.earlyFinish())
                .put("lateStart", position.room().map(Forecast.Room::latestStart))
                .put("lateFinish", position.room().map(Forecast.Room::latestFinish))
                .put("totalFloatDays", position.room().map(Forecast.Room::totalFloatDays))
                .put("critical", position.critical())
                .put("driverId", position.driver().map(MilestoneId::value));
    }

    private static JsonObject json(Edge edge) {
        return JsonObject.empty()
                .put("from", edge.from().value())
                .put("to", edge.to().value())
                .put("lagDays", edge.lagDays());
    }
}
