package tranche.portal.drawdown.page;

import tranche.portal.drawdown.domain.CallState;
import tranche.portal.words.page.Words;

/** The state of a call or a line as a chip: icon, word and colour. */
public record CallChip(String icon, String tone, String word) {

    static CallChip of(CallState state, Words words) {
        return new CallChip(icon(state), tone(state), words.say("calls.state." + state.code()));
    }

    private static String icon(CallState state) {
        return switch (state) {
            case DRAFT -> "pencil";
            case APPROVED -> "checks";
            case ISSUED -> "send";
            case PART_PAID -> "coins";
            case OVERDUE -> "clock-exclamation";
            case PAID -> "circle-check";
            case CANCELLED, REVERSED -> "ban";
        };
    }

    private static String tone(CallState state) {
        return switch (state) {
            case DRAFT, CANCELLED, REVERSED -> "draft";
            case APPROVED -> "warn";
            case ISSUED, PART_PAID -> "info";
            case OVERDUE -> "bad";
            case PAID -> "ok";
        };
    }
}
