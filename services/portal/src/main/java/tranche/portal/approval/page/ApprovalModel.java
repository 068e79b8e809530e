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
 * @param facts what there is to approve
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
        List<Fact> facts,
        boolean answerable,
        boolean refusable,
        String reason,
        Optional<String> wrong,
        Optional<RefusedForm> refused) {

    /** What it is about, on its own page. */
    public record Subject(String address, String name) {}

    /** A member of the content under its path. */
    public record Fact(String name, String value) {}

    public ApprovalModel {
        facts = List.copyOf(facts);
    }
}
