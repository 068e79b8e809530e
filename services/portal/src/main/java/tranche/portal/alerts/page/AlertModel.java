package tranche.portal.alerts.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.alerts.page.AlertsModel.Action;

/**
 * One alert, read by itself ({@code alerts/alert.jte}).
 *
 * @param kind what the catalogue calls its type
 * @param tone of its severity
 * @param opens the page of what it is about, where there is one
 * @param told within how long its reader was told, with how it was {@code sent}
 * @param fewer where its reader has less of the kind told
 */
public record AlertModel(
        String id,
        String title,
        String body,
        String kind,
        String severity,
        String icon,
        String tone,
        boolean unread,
        String machine,
        String exact,
        List<Fact> facts,
        List<Step> trail,
        String clock,
        String told,
        List<Sent> sent,
        Optional<Opens> opens,
        List<Action> actions,
        String fewer) {

    /** A figure that stands out. */
    public record Fact(String name, String value) {}

    /**
     * A step from evidence to the alert.
     *
     * @param about what the one object is called whose step it is
     * @param clock its time, to the second
     */
    public record Step(
            String icon,
            String tone,
            String title,
            Optional<String> about,
            String machine,
            String exact,
            String clock) {}

    /**
     * How it was sent by one channel, and how far that has come.
     *
     * @param exact when it was tried last, with {@code machine} for machines; empty where it was not tried yet
     * @param address of the endpoint to which it was sent
     */
    public record Sent(String text, Optional<String> machine, Optional<String> exact, Optional<String> address) {}

    /** A link to a page. */
    public record Opens(String name, String address) {}

    public AlertModel {
        facts = List.copyOf(facts);
        trail = List.copyOf(trail);
        sent = List.copyOf(sent);
        actions = List.copyOf(actions);
    }
}
