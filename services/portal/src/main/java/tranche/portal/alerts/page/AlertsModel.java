package tranche.portal.alerts.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The visitor's alerts ({@code alerts/alerts.jte}).
 *
 * @param away whether they cannot be shown now
 * @param unreadAlone whether those that were read are left out
 * @param more address of the next page
 * @param refused why what was asked last was not done
 */
public record AlertsModel(
        Frame frame,
        String csrf,
        boolean away,
        boolean unreadAlone,
        List<Line> lines,
        Optional<String> more,
        Optional<RefusedForm> refused) {

    /**
     * One alert.
     *
     * @param tone of its severity
     * @param near when it was raised, as near as the eye needs it
     */
    public record Line(
            String id,
            String title,
            String body,
            String severity,
            String icon,
            String tone,
            boolean unread,
            String machine,
            String exact,
            String near,
            List<Action> actions) {
        public Line {
            actions = List.copyOf(actions);
        }
    }

    /**
     * What can be done about an alert.
     *
     * @param once lets the same form, sent twice, act once
     */
    public record Action(String command, String name, String once) {}

    public AlertsModel {
        lines = List.copyOf(lines);
    }
}
