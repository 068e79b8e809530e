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
     * @param sentence the whole of it, where it can be said in one
     * @param shares the commitments of a closing
     * @param more how many there are beyond those
     */
    public record Meaning(Optional<String> sentence, List<Fact> facts, List<Share> shares, int more) {
        public Meaning {
            facts = List.copyOf(facts);
            shares = List.copyOf(shares);
        }
    }

    /** One commitment of a closing, with its amount in full and as a plain decimal for machines. */
    public record Share(String address, String investor, String amount, String exact) {}

    /** A member of the content under its path, or what it means under a word. */
    public record Fact(String name, String value) {}

    public ApprovalModel {
        facts = List.copyOf(facts);
    }
}
