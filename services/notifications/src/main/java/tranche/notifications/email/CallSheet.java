package tranche.notifications.email;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.notifications.email.domain.Gaps;
import tranche.notifications.email.domain.Sheet;
import tranche.notifications.email.domain.Sheet.Section;

/**
 * Writes what an investor has to know of a call before it pays: how much, until when and why, and by what it knows the right
 * account. The account itself stands behind sign-in (rule N-10).
 */
final class CallSheet {

    private final Gaps gaps;
    private final SheetWords words;

    private CallSheet(Gaps gaps, SheetWords words) {
        this.gaps = gaps;
        this.words = words;
    }

    /**
     * The sheet of an issued line.
     *
     * @param isOwn whether the reader is told as the one who owes it
     * @param page of its notice
     */
    static Sheet of(Gaps gaps, boolean isOwn, SheetWords words, String page) {
        return new CallSheet(gaps, words).write(isOwn, page);
    }

    private Sheet write(boolean isOwn, String page) {
        Map<String, Object> said = new HashMap<>();
        said.put("call", gaps.words("call").orElse(SheetWords.NONE));
        said.put("amount", amount("amount"));
        said.put("due", due());
        said.put("fund", fund());
        said.put("whose", isOwn ? "OWN" : "OTHER");
        return new Sheet(
                words.say("call.title", said),
                words.say("call.first", said),
                List.of(
                        Section.ofFacts(words.say("call.heading"), facts()),
                        Section.ofWords(words.say("call.check"), List.of(check())),
                        Section.ofWords(words.say("call.why"), List.of(why()))),
                new Sheet.Button(words.say("call.open"), page));
    }

    private List<List<String>> facts() {
        List<List<String>> facts = new ArrayList<>();
        facts.add(fact("call.fund", fund()));
        gaps.words("purpose").ifPresent(purpose -> facts.add(fact("call.purpose", purpose)));
        named(gaps.allNamed("milestones")).ifPresent(milestones -> facts.add(fact("call.milestones", milestones)));
        facts.add(fact("call.amount", amount("amount")));
        facts.add(fact("call.due", due()));
        gaps.words("reference").ifPresent(reference -> facts.add(fact("call.reference", reference)));
        gaps.amount("uncalled").ifPresent(left -> facts.add(fact("call.uncalled", words.amount(left))));
        return facts;
    }

    private List<String> fact(String key, String value) {
        return List.of(words.say(key), value);
    }

    /** Whether the notice names an account is known of those that name their call, too. */
    private String check() {
        Optional<String> fingerprint = gaps.words("fingerprint");
        String knows = fingerprint.isPresent() ? "ACCOUNT" : gaps.words("call").isPresent() ? "FOLLOWS" : "NOTHING";
        return words.say("call.checks", Map.of("knows", knows, "fingerprint", fingerprint.orElse("")));
    }

    private String why() {
        return words.say(
                "call.reason",
                Map.of(
                        "tranche",
                        gaps.named("tranche").map(words::name).orElse(SheetWords.NONE),
                        "milestones",
                        words.names(gaps.allNamed("milestones")),
                        "verified",
                        gaps.count("verified")));
    }

    private Optional<String> named(List<UUID> ids) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(words.names(ids));
    }

    private String fund() {
        return gaps.named("fund").map(words::name).orElseThrow();
    }

    private String due() {
        return gaps.day("due").map(words::day).orElseThrow();
    }

    private String amount(String gap) {
        return gaps.amount(gap).map(words::amount).orElseThrow();
    }
}
