package tranche.portal.webhook.page;

import java.util.List;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.problem.page.RefusedForm;

/**
 * The visitor's endpoints, and the form that adds one ({@code webhook/endpoints.jte}).
 *
 * @param away whether they cannot be shown now
 * @param more address of the next page
 * @param once lets the same form, sent twice, add one endpoint
 */
public record EndpointsModel(
        Frame frame,
        String csrf,
        String once,
        boolean away,
        List<Line> lines,
        Optional<String> more,
        Form form,
        Optional<RefusedForm> refused,
        List<RefusedForm.Wrong> wrong) {

    /** One endpoint. */
    public record Line(String address, String url, String kinds, Chip state, String machine, String since) {}

    /** A state in a word. */
    public record Chip(String tone, String icon, String word) {}

    /**
     * What was typed, or the blank form.
     *
     * @param every whether all kinds are asked for
     */
    public record Form(
            String url, Optional<String> wrongUrl, boolean every, List<Kind> kinds, Optional<String> wrongKinds) {
        public Form {
            kinds = List.copyOf(kinds);
        }
    }

    /** A kind of alert that can be ticked. */
    public record Kind(String field, String code, String name, boolean ticked) {}

    public EndpointsModel {
        lines = List.copyOf(lines);
        wrong = List.copyOf(wrong);
    }
}
