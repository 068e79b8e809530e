package tranche.portal.approval.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.approval.page.ApprovalModel.Subject;
import tranche.portal.frame.page.Frame;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Words;

/**
 * How the page says what a service has said of one thing that waits.
 *
 * @param form what was sent, where something was
 */
record ApprovalSheet(
        Source source,
        UUID id,
        Answered one,
        Visitor visitor,
        Map<String, String> form,
        Optional<RefusedForm> refused) {

    /** Of a tranche, what its hash covers; what it stands at is no part of it. */
    private static final List<String> OF_A_TRANCHE =
            List.of("name", "amount", "fundId", "projectId", "conditions", "conditionVersion");

    /** Of a closing likewise. */
    private static final List<String> OF_A_CLOSING = List.of("kind", "date", "fundId", "commitments");

    /** Of an account likewise, and the fingerprint that is read to the bank. */
    private static final List<String> OF_AN_ACCOUNT =
            List.of("holder", "iban", "bic", "currency", "fundId", "fingerprint");

    /** @param meaning what the content means in words, where that is more than its members say */
    ApprovalModel model(Frame frame, Words words, String once, Optional<ApprovalModel.Meaning> meaning) {
        boolean own =
                one.idIfAny("proposedBy").filter(visitor.account()::equals).isPresent();
        boolean waits = source.isProposal()
                ? "PENDING".equals(one.text("state"))
                : one.texts("allowed").contains("approval");
        return new ApprovalModel(
                frame,
                visitor.csrf(),
                once,
                source.address(id),
                title(words),
                words.say(waits ? own ? "approvals.own.long" : "approvals.waits" : "approvals.answered"),
                subject(words),
                one.text("contentHash"),
                meaning,
                ContentFacts.of(content(), words),
                waits && !own,
                source.commands().contains("rejection"),
                form.getOrDefault("reason", "").strip(),
                refused.flatMap(said -> said.wrong("reason")),
                refused);
    }

    String title(Words words) {
        return switch (source) {
            case TRANCHES -> words.say("approvals.kind.tranche") + " · " + one.text("name");
            case CLOSINGS -> words.say("approvals.kind.closing");
            case ACCOUNTS -> words.say("approvals.kind.account");
            case COMMITMENTS, MILESTONES, PORTAL -> ApprovalsSheet.kind(one.text("command"), words);
        };
    }

    private Map<?, ?> content() {
        return switch (source) {
            case TRANCHES -> members(OF_A_TRANCHE);
            case CLOSINGS -> members(OF_A_CLOSING);
            case ACCOUNTS -> members(OF_AN_ACCOUNT);
            case COMMITMENTS, MILESTONES, PORTAL ->
                one.objectIfAny("content").map(Answered::members).orElse(Map.of());
        };
    }

    private Map<?, ?> members(List<String> names) {
        Map<Object, Object> members = new HashMap<>(one.members());
        members.keySet().retainAll(names);
        return members;
    }

    private Optional<Subject> subject(Words words) {
        return one.objectIfAny("subject").flatMap(subject -> switch (subject.text("type")) {
            case "commitment" ->
                Optional.of(new Subject("/commitments/" + subject.id("id"), words.say("approvals.see.commitment")));
            case "capital-call" ->
                Optional.of(new Subject("/calls/" + subject.id("id"), words.say("approvals.see.call")));
            case "tranche" ->
                Optional.of(new Subject(Source.TRANCHES.address(subject.id("id")), words.say("approvals.see.tranche")));
            default -> Optional.empty();
        });
    }
}
