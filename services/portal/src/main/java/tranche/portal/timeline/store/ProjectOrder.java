package tranche.portal.timeline.store;

import java.util.List;
import tranche.portal.listing.store.ListOrder;
import tranche.portal.listing.store.ListOrder.Part;
import tranche.portal.timeline.domain.ProjectSort;

/** The orders of the list of projects as SQL. What has no open milestone stands last among the next, first among the slips. */
final class ProjectOrder {

    private static final Part ID = new Part("p.project_id", "uuid");

    private ProjectOrder() {}

    static ListOrder of(ProjectSort sort) {
        Part part = switch (sort.column()) {
            case NAME -> new Part("p.name", "text");
            case KIND -> new Part("p.kind", "text");
            case REGION -> new Part("p.country || ' ' || p.region", "text");
            case STATE ->
                new Part(
                        "array_position(array['STOPPED','CRITICAL','SLIPPED','ON_PLAN','COMPLETE','NOTHING_OPEN','UNPLANNED'],"
                                + " s.standing)",
                        "integer");
            case NEXT -> new Part("coalesce(n.forecast_date, 'infinity')", "date");
            case SLIP -> new Part("coalesce(a.slip, -1000000)", "integer");
        };
        return new ListOrder(List.of(part, ID), sort.descending());
    }
}
