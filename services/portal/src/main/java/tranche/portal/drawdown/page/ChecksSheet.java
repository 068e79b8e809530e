package tranche.portal.drawdown.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tranche.portal.drawdown.domain.CallCheck;
import tranche.portal.drawdown.domain.CallCheck.Outcome;
import tranche.portal.drawdown.domain.CallState;
import tranche.portal.drawdown.domain.CapitalCall;
import tranche.portal.words.page.Words;

/**
 * What was checked of a call for whoever takes the next step, and how its page says it.
 *
 * @param unreached of whom of it nobody is reached; empty where that is not known
 */
record ChecksSheet(CapitalCall call, Optional<Unreached> unreached) {

    /** Empty where nothing is left to be checked, or the reader does not see the whole call. */
    Optional<CallModel.Checks> model(Words words) {
        if (call.checks().isEmpty()) {
            return Optional.empty();
        }
        List<CallModel.Check> lines = new ArrayList<>();
        call.checks().forEach(check -> lines.add(line(check.outcome(), sentence(check, words), words)));
        lines.add(account(words));
        unreached.ifPresent(known -> lines.add(reach(known, words)));
        long kept = lines.stream()
                .filter(line -> line.tone().equals(tone(Outcome.PASS)))
                .count();
        return Optional.of(new CallModel.Checks(
                lines,
                words.say("call.checks.kept", "kept", kept, "all", lines.size()),
                call.isStopped() ? "bad" : kept == lines.size() ? "ok" : "warn",
                call.account()
                        .map(account -> new CallModel.Account(
                                words.say("call.account.ending", "ending", account.ending()), account.fingerprint()))));
    }

    /**
     * The investors of a call of whom nobody is reached.
     *
     * @param names of a few of them
     */
    record Unreached(int investors, List<String> names) {

        /** So many are named. */
        static final int MOST_NAMED = 3;

        Unreached {
            names = List.copyOf(names);
        }
    }

    private static CallModel.Check reach(Unreached known, Words words) {
        return known.investors() == 0
                ? line(Outcome.PASS, words.say("call.check.reach.pass"), words)
                : line(
                        Outcome.WARNING,
                        words.texts()
                                .say(
                                        "call.check.reach.warning",
                                        "investors",
                                        known.investors(),
                                        "names",
                                        String.join(", ", known.names()),
                                        "others",
                                        known.investors() - known.names().size()),
                        words);
    }

    private CallModel.Check account(Words words) {
        return call.account()
                .map(account -> line(
                        Outcome.PASS,
                        words.say(
                                "call.check.account.pass",
                                "since",
                                words.dates().moment(account.since())),
                        words))
                .orElseGet(() -> line(Outcome.WARNING, words.say("call.check.account.warning"), words));
    }

    private String sentence(CallCheck check, Words words) {
        Map<String, Object> gaps = new HashMap<>(check.counts());
        check.amount().ifPresent(amount -> gaps.put("tranche", words.money().full(amount)));
        check.earliest().ifPresent(day -> gaps.put("earliest", words.dates().day(day)));
        return switch (check.code()) {
            case FOUR_EYES -> words.say(eyes(check));
            case CONDITIONS, TRANCHE_AMOUNT, UNCALLED, NOTICE ->
                words.texts().say("call.check." + check.code().text() + (isKept(check) ? ".pass" : ".no"), gaps);
        };
    }

    /** Whether what is not kept stops this step or a later one, the mark before the sentence says. */
    private static boolean isKept(CallCheck check) {
        return check.outcome() == Outcome.PASS;
    }

    private String eyes(CallCheck check) {
        if (isKept(check)) {
            return call.state() == CallState.DRAFT ? "call.eyes.approve" : "call.eyes.issue";
        }
        return because(check);
    }

    /** The key of why somebody is not another person. */
    static String because(CallCheck check) {
        return check.because().contains("MAKER")
                ? "call.eyes.maker"
                : check.because().contains("VERIFIER") ? "call.eyes.verifier" : "call.eyes.approver";
    }

    private static CallModel.Check line(Outcome outcome, String sentence, Words words) {
        return new CallModel.Check(
                switch (outcome) {
                    case PASS -> "circle-check";
                    case WARNING -> "alert-triangle";
                    case STOP -> "ban";
                },
                tone(outcome),
                words.say("call.check." + outcome.name().toLowerCase(Locale.ROOT)),
                sentence);
    }

    private static String tone(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "ok";
            case WARNING -> "warn";
            case STOP -> "bad";
        };
    }
}
