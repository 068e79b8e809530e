package tranche.portal.alerts.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The visitor's alerts ({@code alerts/alerts.jte}).
 *
 * @param away whether they cannot be shown now
 * @param show which of them are shown
 * @param more address of the next page
 * @param one the alert that is read beside the list
 * @param chosen whether it was asked for: on a narrow window it then stands in place of the list
 * @param allRead how all of it is said to be read, where something is unread
 * @param refused why what was asked last was not done
 */
public record AlertsModel(
        Frame frame,
        String csrf,
        boolean away,
        Show show,
        List<Line> lines,
        Optional<String> more,
        Optional<AlertModel> one,
        boolean chosen,
        Optional<AllRead> allRead,
        Optional<RefusedForm> refused) {

    /** Which alerts a list shows: each has an address of its own. */
    public enum Show {
        /** Those about which something is left to see to; what is superseded stands under what came after it. */
        OPEN("", "open=true"),
        UNREAD("CREATED", "open=true&state=CREATED"),
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

        /** The address of one alert beside the list. */
        String address(UUID alert) {
            return "/alerts/" + alert + (state.isEmpty() ? "" : "?state=" + state);
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
     * @param address where it is read
     * @param current whether it is the one that is read beside the list
     * @param tone of its severity
     * @param near when it was raised, as near as the eye needs it
     * @param under what was superseded of the same thing before it, the last first
     */
    public record Line(
            String id,
            String title,
            String body,
            String address,
            boolean current,
            String severity,
            String icon,
            String tone,
            boolean unread,
            String machine,
            String exact,
            String near,
            List<Before> under) {
        public Line {
            under = List.copyOf(under);
        }
    }

    /** One that was superseded. */
    public record Before(String title, String address, String machine, String exact, String near) {}

    /**
     * A form that says of the last alert, and of all before it, that they are read.
     *
     * @param once lets the same form, sent twice, act once
     */
    public record AllRead(String action, String once) {}

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
