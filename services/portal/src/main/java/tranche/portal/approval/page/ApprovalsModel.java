package tranche.portal.approval.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;

/**
 * What waits for a person ({@code approval/approvals.jte}).
 *
 * @param whole whether every service has said what it has
 */
public record ApprovalsModel(Frame frame, String sentence, boolean whole, List<Line> lines) {

    /**
     * One thing.
     *
     * @param when how long it waits, or until when
     */
    public record Line(
            String address,
            String kind,
            String icon,
            String name,
            Optional<Amount> amount,
            String about,
            String when) {}

    /** An amount in full, and as a plain decimal for machines. */
    public record Amount(String text, String exact) {}

    public ApprovalsModel {
        lines = List.copyOf(lines);
    }
}
