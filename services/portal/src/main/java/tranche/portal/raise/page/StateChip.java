package tranche.portal.raise.page;

import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.words.page.Words;

/** A commitment's state as a chip: icon, word and colour. */
public record StateChip(String icon, String tone, String word) {

    public static StateChip of(CommitmentState state, Words words) {
        return new StateChip(icon(state), tone(state), words.say("commitments.state." + state.code()));
    }

    private static String icon(CommitmentState state) {
        return switch (state) {
            case DRAFT -> "pencil";
            case SUBMITTED -> "send";
            case ACCEPTED -> "checks";
            case CLOSED -> "certificate";
            case DEFAULTED -> "alert-triangle";
            case TRANSFERRED, RELEASED -> "circle-check";
            case CANCELLED -> "ban";
        };
    }

    private static String tone(CommitmentState state) {
        return switch (state) {
            case DRAFT, TRANSFERRED, RELEASED -> "draft";
            case SUBMITTED -> "info";
            case ACCEPTED -> "warn";
            case CLOSED -> "ok";
            case DEFAULTED, CANCELLED -> "bad";
        };
    }
}
