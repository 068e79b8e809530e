package tranche.notifications.notice.domain;

import java.util.Locale;
import java.util.UUID;

/** The object that an alert is about. */
public record Subject(Kind kind, UUID id) {

    /** Kinds of objects, each with the collection in which the API has it. */
    public enum Kind {
        PROGRAMME("programmes"),
        COMMITMENT("commitments"),
        CAPITAL_CALL("capital-calls"),
        RECEIPT("receipts"),
        TRANCHE("tranches"),
        MILESTONE("milestones"),
        FUND("funds"),
        WEBHOOK_ENDPOINT("webhook-endpoints");

        private final String collection;

        Kind(String collection) {
            this.collection = collection;
        }

        /** The name on the wire, for instance {@code capital-call}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where the API has it. */
    public String path() {
        return "/api/v1/" + kind.collection + "/" + id;
    }
}
