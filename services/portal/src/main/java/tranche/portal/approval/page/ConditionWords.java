package tranche.portal.approval.page;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.approval.page.ApprovalModel.Part;
import tranche.portal.approval.page.Wanted.Kind;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.Words;

/** Conditions of a tranche (rule D-41) as a person reads them. */
record ConditionWords(NameBook book, Words words) {

    List<Part> parts(List<Answered> conditions) {
        return conditions.isEmpty()
                ? List.of(Part.of(words.say("approvals.nothing")))
                : conditions.stream().map(this::part).toList();
    }

    private Part part(Answered condition) {
        String type = condition.text("type");
        return switch (type) {
            case "MILESTONE_VERIFIED" -> milestone(condition.id("milestoneId"));
            case "TRANCHE_RELEASED" -> tranche(condition.id("trancheId"));
            case "DATE_REACHED" ->
                Part.of(words.say(
                        "approvals.condition.date", "day", words.dates().day(condition.day("date"))));
            case "DOCUMENT" -> Part.of(words.say("approvals.condition.document", "kind", condition.text("kind")));
            case "ANY" ->
                Part.of(words.say(
                        "approvals.condition.any",
                        "count",
                        condition.whole("required"),
                        "conditions",
                        words.texts()
                                .list(condition.objects("conditions").stream()
                                        .map(one -> part(one).text())
                                        .toList())));
            // A condition of a later release is shown by its code rather than not at all.
            default -> new Part(type, Optional.empty(), true);
        };
    }

    private Part milestone(UUID id) {
        Part named = book.part(Kind.MILESTONE, id);
        String text = book.milestone(id)
                .map(place -> words.say(
                        "approvals.condition.milestone", "milestone", place.name(), "project", place.projectName()))
                .orElseGet(() -> words.say("approvals.condition.milestone.unknown", "milestone", id.toString()));
        return new Part(text, named.address(), false);
    }

    private Part tranche(UUID id) {
        Part named = book.part(Kind.TRANCHE, id);
        return new Part(words.say("approvals.condition.tranche", "tranche", named.text()), named.address(), false);
    }
}
