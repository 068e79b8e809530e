package tranche.web.body;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.values.register.ForeignIdentity;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;

/** Fields that several objects have, and how the ids of paths are read. */
public final class Fields {

    /** Characters of a legal entity's or a programme's name. */
    public static final int NAME = 200;

    /** Characters of a free text: what an event may carry. */
    public static final int FREE_TEXT = 2_000;

    private Fields() {}

    /** {@code sourceSystem} and {@code externalRef}: both or none. */
    public static Optional<ForeignIdentity> foreign(Body body) {
        Optional<String> system = body.optionalText("sourceSystem", ForeignIdentity.LONGEST_SOURCE_SYSTEM);
        Optional<String> reference = body.optionalText("externalRef", ForeignIdentity.LONGEST_EXTERNAL_REF);
        if (system.isPresent() && reference.isEmpty()) {
            body.find("externalRef", "required");
        }
        if (reference.isPresent() && system.isEmpty()) {
            body.find("sourceSystem", "required");
        }
        return system.flatMap(name -> reference.map(ref -> new ForeignIdentity(name, ref)));
    }

    /** The id in a path; a text that is none names nothing. */
    public static Optional<UUID> id(String text) {
        return Forms.uuid(text);
    }

    /**
     * The id in a path.
     *
     * @throws Problem 404 where it is none
     */
    public static UUID pathId(String text) {
        return id(text).orElseThrow(Problem::notFound);
    }

    /** A problem that says which field names something that does not exist or may not be seen. */
    public static Problem unknownReference(String field) {
        return Problem.validation(java.util.List.of(Finding.at("/" + field, "unknown-reference", Map.of())));
    }
}
