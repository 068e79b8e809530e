package tranche.portal.raise.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tranche.portal.raise.domain.CommitmentStep;
import tranche.portal.words.page.Words;

/**
 * What an amendment or a transfer did to a commitment, in a sentence. Another investor is named to whoever may see what that
 * one has of it, and to nobody else.
 */
record StepWords(CommitmentStep step, Words words) {

    /** What became of the amount; empty of a step that left it as it was. */
    Optional<String> what() {
        return switch (step.kind()) {
            case COMMITMENT_AMENDED -> Optional.of(say("amended"));
            case COMMITMENT_TRANSFERRED ->
                Optional.of(say(step.amount().isZero() ? "transferred.whole" : "transferred"));
            case COMMITMENT_TRANSFER_RECEIVED -> Optional.of(say("received"));
            default -> Optional.empty();
        };
    }

    /** Where a commitment comes from that was another investor's. */
    String origin() {
        return say("origin");
    }

    private String say(String what) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("amount", words.money().full(step.amount()));
        gaps.put("before", step.before().map(words.money()::full).orElse(""));
        gaps.put(
                "moved",
                step.before()
                        .map(before -> words.money().full(before.minus(step.amount())))
                        .orElse(""));
        gaps.put("day", words.dates().day(step.effective()));
        gaps.put("known", step.other().isPresent() ? "yes" : "no");
        gaps.put("other", step.other().map(CommitmentStep.Other::investor).orElse(""));
        return words.texts().say("commitment.what." + what, gaps);
    }
}
