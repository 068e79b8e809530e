package tranche.portal.raise.page;

import java.util.ArrayList;
import java.util.List;
import tranche.portal.raise.domain.Clearance;
import tranche.portal.raise.domain.Commitment;
import tranche.portal.words.page.Words;

/** What an acceptance asks for, one line each: what passes and what stops it, and what to do then. */
record Guards(Commitment commitment, Words words) {

    /** Whether an acceptance by somebody of the right role would be refused. */
    boolean stop() {
        return commitment.madeByCaller() || !commitment.clearance().passes() || !commitment.fits();
    }

    List<CommitmentModel.Guard> lines() {
        List<CommitmentModel.Guard> lines = new ArrayList<>();
        lines.add(
                commitment.madeByCaller()
                        ? stops(words.say("commitment.may.four-eyes"))
                        : passes(words.say("commitment.guard.other")));
        Clearance clearance = commitment.clearance();
        String said = words.say("commitment.guard.checks." + clearance.code());
        lines.add(clearance.passes() ? passes(said) : stops(said));
        lines.add(room());
        lines.add(passes(
                commitment.documents().isEmpty()
                        ? words.say("commitment.guard.source")
                        : words.say(
                                "commitment.guard.documents",
                                "count",
                                commitment.documents().size())));
        return lines;
    }

    private CommitmentModel.Guard room() {
        if (commitment.room().isEmpty()) {
            return passes(words.say("commitment.guard.no-cap"));
        }
        String left = words.money().full(commitment.room().get());
        return commitment.fits()
                ? passes(words.say("commitment.guard.room", "room", left))
                : stops(words.say(
                        "commitment.guard.no-room",
                        "room",
                        left,
                        "amount",
                        words.money().full(commitment.amount())));
    }

    private static CommitmentModel.Guard passes(String text) {
        return new CommitmentModel.Guard(true, text);
    }

    private static CommitmentModel.Guard stops(String text) {
        return new CommitmentModel.Guard(false, text);
    }
}
