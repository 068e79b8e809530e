package tranche.portal.approval.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * One thing that waits, and its answers ({@code approval/approval.jte}).
 *
 * @param sentence who may answer it
 * @param hash of what is shown: an approval binds it
 * @param meaning what that is in words; empty where its members say it themselves
 * @param facts what there is to approve, as the hash covers it
 * @param reason what was typed; {@code wrong} says what was wrong with it
 */
public record ApprovalModel(
        Frame frame,
        String csrf,
        String once,
        String address,
        String title,
        String sentence,
        Optional<Subject> subject,
        String hash,
        Optional<Meaning> meaning,
        List<Fact> facts,
        boolean answerable,
        boolean refusable,
        String reason,
        Optional<String> wrong,
        Optional<RefusedForm> refused) {

    /** What it is about, on its own page. */
    public record Subject(String address, String name) {}

    /**
     * What is approved, by names.
     *
     * @param sentences what becomes so, what follows from it, and who is told
     * @param lines what is known of it, by name
     * @param shares the commitments of a closing
     * @param more how many there are beyond those
     */
    public record Meaning(List<String> sentences, List<Line> lines, List<Share> shares, int more) {
        public Meaning {
            sentences = List.copyOf(sentences);
            lines = List.copyOf(lines);
            shares = List.copyOf(shares);
        }

        Meaning(List<String> sentences, List<Line> lines) {
            this(sentences, lines, List.of(), 0);
        }
    }

    /** What is known under a name: one thing, or several below each other. */
    public record Line(String name, List<Part> parts) {
        public Line {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One thing.
     *
     * @param address of its page; empty where it has none
     * @param bare whether it is an id whose name is not known
     */
    public record Part(String text, Optional<String> address, boolean bare) {

        static Part of(String text) {
            return new Part(text, Optional.empty(), false);
        }
    }

    /** One commitment of a closing, with its amount in full and as a plain decimal for machines. */
    public record Share(String address, String investor, String amount, String exact) {}

    /** A member of the content under its path. */
    public record Fact(String name, String value) {}

    public ApprovalModel {
        facts = List.copyOf(facts);
    }
}
