package tranche.portal.raise.page;

import java.util.Map;
import java.util.Optional;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.words.page.Words;

/** What is said on the page of a commitment to a form that was refused. */
final class Refusals {

    /** The problem whose facts the page shows among what was checked. */
    private static final String NOT_CLEARED = "kyc-not-cleared";

    private Refusals() {}

    static RefusedForm of(ServiceReply reply, Words words) {
        RefusedForm refused = RefusedForm.of(reply, words);
        return reply.text("code").filter(NOT_CLEARED::equals).isPresent() ? refused.shownBelow() : refused;
    }

    /**
     * A submission from a page names a public source: without one the service would ask for papers too, which the page's
     * form cannot take.
     */
    static Optional<RefusedForm> missing(String command, Map<String, String> form, Words words) {
        return command.equals("submission") && form.getOrDefault("source", "").isBlank()
                ? Optional.of(RefusedForm.missing("source", words.say("commitment.field.source.missing"), words))
                : Optional.empty();
    }
}
