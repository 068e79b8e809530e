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

    /** The field of a proposal's form that a refusal without one is about. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("amount-below-called", MotionForm.AMOUNT),
            Map.entry("amount-unchanged", MotionForm.AMOUNT),
            Map.entry("amount-too-great", MotionForm.AMOUNT),
            Map.entry("fund-cap-exceeded", MotionForm.AMOUNT),
            Map.entry("transfer-exceeds-commitment", MotionForm.AMOUNT),
            Map.entry("consent-missing", MotionForm.PAPERS),
            Map.entry("effective-date-ahead", MotionForm.DAY),
            Map.entry("effective-date-before-last", MotionForm.DAY));

    /** What of a transfer is about whoever shall have it. */
    private static final Map<String, String> OF_TRANSFER = Map.of(
            "investor-not-active",
            MotionForm.INVESTOR,
            NOT_CLEARED,
            MotionForm.INVESTOR,
            "transfer-to-same-investor",
            MotionForm.INVESTOR);

    private Refusals() {}

    /** What is said to a proposal, at the field that it is about. */
    static RefusedForm of(Motion motion, ServiceReply reply, Words words) {
        RefusedForm refused = RefusedForm.of(reply, words);
        Optional<String> code = reply.text("code");
        return code.map(FIELDS::get)
                .or(() -> code.filter(_ -> motion == Motion.TRANSFER).map(OF_TRANSFER::get))
                .map(refused::at)
                .orElse(refused);
    }

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
