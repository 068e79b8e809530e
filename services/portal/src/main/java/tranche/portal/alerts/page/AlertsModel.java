package tranche.portal.alerts.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The visitor's alerts ({@code alerts/alerts.jte}).
 *
 * @param away whether they cannot be shown now
 * @param show which of them are shown
 * @param more address of the next page
 * @param refused why what was asked last was not done
 */
public record AlertsModel(
        Frame frame,
        String csrf,
        boolean away,
        Show show,
        List<Line> lines,
        Optional<String> more,
        Optional<RefusedForm> refused) {

    /** Which alerts a list shows: each has an address of its own. */
    public enum Show {
        /** Those about which something is left to see to; what is superseded stands under what came after it. */
        OPEN("", "open=true"),
        UNREAD("CREATED", "state=CREATED"),
        SUPERSEDED("SUPERSEDED", "state=SUPERSEDED");

        private final String state;
        private final String query;

        Show(String state, String query) {
            this.state = state;
            this.query = query;
        }

        /** What an address asks for; open ones where it asks for nothing that there is. */
        static Show of(Optional<String> state) {
            return Arrays.stream(values())
                    .filter(show -> state.filter(show.state::equals).isPresent())
                    .findFirst()
                    .orElse(OPEN);
        }

        /** Its address. */
        public String address() {
            return state.isEmpty() ? "/alerts" : "/alerts?state=" + state;
        }

        /** The key of its name. */
        public String text() {
            return "alerts.show." + name().toLowerCase(Locale.ROOT);
        }

        /** The key of what stands where there are none. */
        public String none() {
            return "alerts.none." + name().toLowerCase(Locale.ROOT);
        }

        /** What the service is asked. */
        String query() {
            return query;
        }
    }

    /**
     * One alert.
     *
     * @param tone of its severity
     * @param page of what it is about, where there is one
     * @param near when it was raised, as near as the eye needs it
     * @param under what was superseded of the same thing before it, the last first
     */
    public record Line(
            String id,
            String title,
            Optional<String> page,
            String body,
            String severity,
            String icon,
            String tone,
            boolean unread,
            String machine,
            String exact,
            String near,
            List<Before> under,
            List<Action> actions) {
        public Line {
            under = List.copyOf(under);
            actions = List.copyOf(actions);
        }
    }

    /** One that was superseded. */
    public record Before(String title, String machine, String exact, String near) {}

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
