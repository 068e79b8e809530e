package tranche.portal.raise.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tranche.portal.raise.domain.Change;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

/**
 * A line of what changed ({@code cockpit/feedline.jte}).
 *
 * @param amount its effect in money
 * @param machine when, for the markup; {@code near} for the eye and {@code exact} for the tooltip
 */
public record FeedLine(
        String icon,
        String tone,
        String title,
        String text,
        Optional<String> amount,
        Optional<String> address,
        String machine,
        String near,
        String exact) {

    /** The line of a change, in the reader's words. */
    public static FeedLine of(Change change, Words words) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("subject", change.subject().orElseGet(() -> words.say("overview.change.somebody")));
        gaps.put("fund", change.fund().orElseGet(() -> words.say("overview.change.a-fund")));
        gaps.put("tranche", change.tranche().orElseGet(() -> words.say("overview.change.a-tranche")));
        gaps.put("reason", change.reason().orElse(""));
        gaps.put("before", change.before().map(words.money()::brief).orElse(""));
        gaps.put("amount", change.amount().map(words.money()::brief).orElse(""));
        gaps.put("known", change.other().isPresent() ? "yes" : "no");
        gaps.put("other", change.other().orElse(""));
        String key = "overview.change." + change.kind().code();
        return new FeedLine(
                icon(change.kind()),
                tone(change.kind()),
                words.texts().say(key, gaps),
                words.texts().say(key + ".text", gaps),
                change.moved().map(moved -> signed(change.kind(), moved, words)),
                address(change),
                DateWords.machine(change.at()),
                words.dates().recent(change.at(), words.now()),
                words.dates().exact(change.at()));
    }

    /** A difference says which way it goes. */
    private static String signed(ChangeKind kind, Money moved, Words words) {
        boolean more = kind == ChangeKind.COMMITMENT_AMENDED && moved.isPositive();
        return (more ? "+" : "") + words.money().brief(moved);
    }

    private static Optional<String> address(Change change) {
        return switch (change.kind()) {
            case CAPITAL_CALL_DRAFTED,
                    CAPITAL_CALL_ISSUED,
                    CAPITAL_CALL_CANCELLED,
                    CAPITAL_CALL_PAID,
                    CAPITAL_CALL_REVERSED -> change.about().map(id -> "/calls/" + id);
            default -> change.commitment().map(id -> "/commitments/" + id);
        };
    }

    private static String icon(ChangeKind kind) {
        return switch (kind) {
            case PROGRAMME_CREATED -> "world";
            case FUND_CREATED, FUND_TERMS_CHANGED -> "stack-2";
            case FUND_CLOSED_TO_NEW -> "lock";
            case INVESTOR_REGISTERED, INVESTOR_CHANGED -> "building-bank";
            case INVESTOR_SUSPENDED, COMMITMENT_CANCELLED, CLOSING_CANCELLED, CAPITAL_CALL_CANCELLED -> "ban";
            case COMMITMENT_DRAFTED, COMMITMENT_DRAFT_EDITED, COMMITMENT_TAKE_ON_DRAFTED -> "pencil";
            case COMMITMENT_SUBMITTED, CAPITAL_CALL_ISSUED -> "send";
            case COMMITMENT_RETURNED, CAPITAL_CALL_REVERSED -> "arrow-back-up";
            case COMMITMENT_ACCEPTED, CLOSING_APPROVED -> "checks";
            case COMMITMENT_AMENDED -> "pencil";
            case COMMITMENT_TRANSFERRED, COMMITMENT_TRANSFER_RECEIVED -> "arrow-right";
            case COMMITMENT_CLOSED, COMMITMENT_TAKEN_ON, CLOSING_EFFECTIVE -> "certificate";
            case CLOSING_PLANNED -> "calendar-event";
            case CAPITAL_CALL_DRAFTED -> "file-text";
            case CAPITAL_CALL_PAID -> "coins";
            case TRANCHE_RELEASED -> "circle-check";
            case INVESTMENT_MADE -> "building-factory";
        };
    }

    private static String tone(ChangeKind kind) {
        return switch (kind) {
            case PROGRAMME_CREATED, FUND_CREATED, FUND_TERMS_CHANGED, INVESTOR_REGISTERED, INVESTOR_CHANGED -> "draft";
            case COMMITMENT_DRAFTED, COMMITMENT_DRAFT_EDITED, COMMITMENT_TAKE_ON_DRAFTED -> "draft";
            case COMMITMENT_SUBMITTED, CLOSING_PLANNED, CAPITAL_CALL_DRAFTED, CAPITAL_CALL_ISSUED -> "info";
            case COMMITMENT_RETURNED, FUND_CLOSED_TO_NEW, CAPITAL_CALL_CANCELLED -> "warn";
            case INVESTOR_SUSPENDED, COMMITMENT_CANCELLED, CLOSING_CANCELLED, CAPITAL_CALL_REVERSED -> "bad";
            case COMMITMENT_ACCEPTED, CLOSING_APPROVED, CAPITAL_CALL_PAID, TRANCHE_RELEASED -> "ok";
            case COMMITMENT_CLOSED, COMMITMENT_TAKEN_ON, CLOSING_EFFECTIVE, INVESTMENT_MADE -> "brand";
            case COMMITMENT_AMENDED, COMMITMENT_TRANSFERRED, COMMITMENT_TRANSFER_RECEIVED -> "brand";
        };
    }
}
