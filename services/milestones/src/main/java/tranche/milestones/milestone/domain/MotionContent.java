package tranche.milestones.milestone.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.milestones.tranche.domain.Tranche;

/**
 * What the second person approves with a motion (rule D-6): all that it sets, and all that it takes back, so that nothing
 * goes with it that came, or came anew, after it was seen.
 */
final class MotionContent {

    private MotionContent() {}

    static Map<String, @Nullable Object> of(Motion motion, Milestone milestone, Resting resting) {
        Map<String, @Nullable Object> members = new HashMap<>();
        members.put("milestoneId", milestone.id().toString());
        members.put("state", milestone.state().name());
        members.put("currentBaselineDate", milestone.baseline().current().toString());
        members.put("originalBaselineDate", milestone.baseline().original().toString());
        members.put(
                "achievedDate",
                milestone.achievedDate().map(LocalDate::toString).orElse(null));
        members.put("command", motion.command().code());
        members.put("reason", motion.reason());
        members.put(
                "effectiveDate", motion.effectiveDate().map(LocalDate::toString).orElse(null));
        Standing standing = milestone.standing();
        switch (motion) {
            case Motion.Rebaseline set ->
                members.put("baselineDate", set.baselineDate().toString());
            case Motion.Waive waive -> {
                members.putAll(waiver(waive.waiver()));
                members.put("tranches", named(resting.among(waive.waiver().tranches())));
            }
            case Motion.Supersede by -> {
                members.put("supersededBy", by.supersededBy().toString());
                members.put("tranches", named(resting.open()));
            }
            case Motion.RevokeVerification _ ->
                members.put("claim", standing.claim().map(MotionContent::claim).orElse(null));
            case Motion.RevokeWaiver _ ->
                members.put(
                        "waivers",
                        standing.waivers().stream().map(MotionContent::waiver).toList());
            case Motion.Remove _ -> members.put("tranches", named(resting.open()));
        }
        return members;
    }

    private static Map<String, Object> waiver(Waiver waiver) {
        return Map.of(
                "ofAll",
                waiver.isOfAll(),
                "trancheIds",
                waiver.tranches().stream().map(UUID::toString).toList(),
                "expires",
                waiver.expires().toString());
    }

    private static List<Map<String, String>> named(List<Tranche> tranches) {
        return tranches.stream()
                .map(tranche -> Map.of("trancheId", tranche.id().toString(), "name", tranche.name()))
                .toList();
    }

    /** Who verified it, by account: no content names a person. */
    private static Map<String, Object> claim(Claim claim) {
        List<Map<String, String>> evidence = claim.evidence().stream()
                .map(piece -> Map.of("kind", piece.kind().name(), "sha256", piece.sha256()))
                .toList();
        List<Map<String, String>> verifications = claim.verifications().stream()
                .map(one -> Map.of(
                        "accountId",
                        one.by().account().toString(),
                        "achievedDate",
                        one.achieved().toString()))
                .toList();
        return Map.of("claimedDate", claim.date().toString(), "evidence", evidence, "verifications", verifications);
    }
}
