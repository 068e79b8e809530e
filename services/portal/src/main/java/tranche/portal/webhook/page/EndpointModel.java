package tranche.portal.webhook.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * One endpoint and what was sent to it ({@code webhook/endpoint.jte}).
 *
 * @param secret on the one page that shows it
 * @param kinds by their names
 * @param overlap until when the secret before this one signs, too
 * @param actions what can be done with it
 * @param unknown whether what was sent cannot be shown now
 * @param more address of what was sent before
 * @param refused why what was asked last was not done
 */
public record EndpointModel(
        Frame frame,
        String csrf,
        String address,
        String url,
        String sentence,
        EndpointsModel.Chip state,
        Optional<String> secret,
        String kinds,
        Optional<String> overlap,
        Optional<String> failing,
        String since,
        List<Action> actions,
        boolean unknown,
        List<Line> lines,
        Optional<String> more,
        Optional<RefusedForm> refused) {

    /**
     * What can be done.
     *
     * @param warning what it brings about, read before it is done; empty where it may be done at once
     * @param once lets the same form, sent twice, act once
     */
    public record Action(String command, String name, Optional<String> warning, boolean risky, String once) {}

    /**
     * Something that was sent, or waits to be.
     *
     * @param what kind of alert
     * @param next when it is tried, or what it waits for
     * @param reason why it failed last, or why it is not sent
     * @param again empty where it is under way by itself
     */
    public record Line(
            String id,
            String what,
            EndpointsModel.Chip state,
            Optional<String> next,
            Optional<String> reason,
            String machine,
            String exact,
            String near,
            String count,
            List<Try> tries,
            Optional<Again> again) {
        public Line {
            tries = List.copyOf(tries);
        }
    }

    /**
     * Sending it once more.
     *
     * @param once lets the same form, sent twice, send it once
     */
    public record Again(String name, String once) {}

    /** One attempt, and what came of it. */
    public record Try(String machine, String at, String text) {}

    public EndpointModel {
        actions = List.copyOf(actions);
        lines = List.copyOf(lines);
    }
}
