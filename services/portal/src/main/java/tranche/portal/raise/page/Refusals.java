package tranche.portal.raise.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.words.page.Words;

/** What is said on the page to a form that was refused: where the API speaks to programs, the page speaks to people. */
final class Refusals {

    /** The problem of whoever did not see the present version. */
    private static final String MOVED = "version-conflict";

    /** The problem whose facts the page shows among what was checked. */
    private static final String NOT_CLEARED = "kyc-not-cleared";

    private Refusals() {}

    /** What a service answered, in its words but for those that name its protocol. */
    static CommitmentModel.Refused of(ServiceReply reply, Words words) {
        String code = reply.text("code").orElse("");
        if (code.equals(MOVED)) {
            return new CommitmentModel.Refused(
                    words.say("commitment.moved.title"),
                    Optional.of(words.say("commitment.moved.unsent")),
                    Optional.empty(),
                    List.of(),
                    true,
                    Optional.empty());
        }
        boolean shownBelow = code.equals(NOT_CLEARED);
        return new CommitmentModel.Refused(
                reply.text("title").orElse(Integer.toString(reply.status())),
                reply.text("detail").filter(_ -> !shownBelow),
                reply.text("remedy").filter(_ -> !shownBelow),
                findings(reply),
                false,
                Optional.empty());
    }

    /**
     * A submission from a page names a public source: without one the service would ask for papers too, which the page's
     * form cannot take.
     */
    static Optional<CommitmentModel.Refused> missing(String command, Map<String, String> form, Words words) {
        if (!command.equals("submission") || !form.getOrDefault("source", "").isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new CommitmentModel.Refused(
                words.say("commitment.missing"),
                Optional.empty(),
                Optional.empty(),
                List.of(new CommitmentModel.Finding("source", words.say("commitment.field.source.missing"))),
                false,
                Optional.empty()));
    }

    /** The errors that point at a field of the form: {@code /reason} is its field {@code reason}. */
    private static List<CommitmentModel.Finding> findings(ServiceReply reply) {
        List<CommitmentModel.Finding> findings = new ArrayList<>();
        if (reply.body().get("errors") instanceof List<?> errors) {
            for (Object error : errors) {
                if (error instanceof Map<?, ?> said
                        && said.get("pointer") instanceof String pointer
                        && said.get("detail") instanceof String detail) {
                    findings.add(new CommitmentModel.Finding(pointer.substring(1), detail));
                }
            }
        }
        return findings;
    }
}
