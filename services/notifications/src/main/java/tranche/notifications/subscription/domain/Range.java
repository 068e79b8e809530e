package tranche.notifications.subscription.domain;

import java.util.UUID;

/** What a subscription is about. Within it, a subscriber is told of what his grants let him see, and of nothing else. */
public sealed interface Range {

    /** All that the subscriber may see. */
    record Everything() implements Range {}

    /** One thing, with what the service that owns it says of it. */
    record Thing(Kind kind, UUID id) implements Range {}

    /** The projects that are in a region when something happens to them. */
    record Region(String name) implements Range {}

    /** What a subscription can name by its id. */
    enum Kind {
        PROGRAMME("programmeId"),
        FUND("fundId"),
        PROJECT("projectId"),
        INVESTOR("investorId"),
        MILESTONE("milestoneId");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** The field in which the API names it. */
        public String field() {
            return field;
        }
    }
}
