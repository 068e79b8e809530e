package tranche.commitments.document.domain;

import java.util.UUID;

/** The object that a document is about; whoever may see the one may read the other. */
public record Subject(Type type, UUID id) {

    /** Kinds of objects that documents are about. */
    public enum Type {
        COMMITMENT("commitmentId"),
        FUND("fundId"),
        INVESTOR("investorId");

        private final String field;

        Type(String field) {
            this.field = field;
        }

        /** The name on the wire of an id of the kind. */
        public String field() {
            return field;
        }
    }
}
