package tranche.launcher.check;

import java.util.List;
import java.util.Map;
import tranche.commitments.drawdown.domain.CallDraft;
import tranche.commitments.drawdown.domain.TrancheId;

/** What tranches draft, and when (rules D-5 and D-40). */
final class TrancheRules {

    private TrancheRules() {}

    /** {@code id}: the id of the call that each version of conditions drafts. */
    static Map<String, Object> callIds(ExampleInput input) {
        return Map.of(
                "callIds",
                input.list("cases").stream()
                        .map(one -> CallDraft.idOf(
                                        new TrancheId(one.uuid("tranche")),
                                        Math.toIntExact(one.whole("conditionVersion")))
                                .toString())
                        .toList());
    }

    /**
     * {@code gate}: where a tranche stands after each fact. Where a verification is revoked, whether it is held after each and
     * what became of the approval; else how many calls were drafted, and how many issued.
     */
    static Map<String, Object> states(ExampleInput input) {
        List<String> facts = input.texts("facts");
        GateStory story = GateStory.of(input.part("conditions").texts("all"));
        facts.forEach(story::tell);
        return facts.stream().anyMatch(GateStory::isRevocation)
                ? Map.of(
                        "statesAfter",
                        story.states(),
                        "held",
                        story.held(),
                        "approvalAfterRevocation",
                        story.isApproved() ? "stands" : "void")
                : Map.of("statesAfter", story.states(), "drafts", story.drafts(), "issued", story.issued());
    }
}
