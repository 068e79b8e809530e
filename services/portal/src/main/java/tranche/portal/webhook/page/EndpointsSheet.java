package tranche.portal.webhook.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tranche.portal.alerts.page.AlertKind;
import tranche.portal.frame.page.Frame;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.RefusedForm.Wrong;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.Words;

/** Makes the list of what the service answered, and the form beside it of what was sent. */
record EndpointsSheet(ServiceReply reply, EndpointForm sent, String fresh) {

    /** Of so few kinds the names are read at a glance. */
    private static final int NAMED_KINDS = 3;

    EndpointsModel model(Frame frame, String csrf) {
        Words words = frame.words();
        List<EndpointsModel.Line> lines = Answered.of(reply).objects("items").stream()
                .map(endpoint -> line(endpoint, words))
                .toList();
        return new EndpointsModel(
                frame,
                csrf,
                sent.once().orElse(fresh),
                !reply.succeeded(),
                lines,
                reply.text("next")
                        .map(next ->
                                EndpointsPage.ADDRESS + "?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8)),
                form(words),
                sent.refused(),
                wrong());
    }

    private static EndpointsModel.Line line(Answered endpoint, Words words) {
        Instant since = endpoint.instant("createdAt");
        return new EndpointsModel.Line(
                EndpointsPage.address(endpoint.id("id")),
                endpoint.text("url"),
                kinds(endpoint.texts("types"), words),
                EndpointState.valueOf(endpoint.text("state")).chip(words),
                DateWords.machine(since),
                words.dates().moment(since));
    }

    private static String kinds(List<String> codes, Words words) {
        return codes.size() > NAMED_KINDS ? words.say("endpoints.kinds", "count", codes.size()) : names(codes, words);
    }

    /** All kinds by their names. */
    static String names(List<String> codes, Words words) {
        return codes.contains(AlertKind.EVERY)
                ? words.say("endpoints.every")
                : codes.stream().map(code -> AlertKind.name(code, words)).collect(Collectors.joining(" · "));
    }

    private EndpointsModel.Form form(Words words) {
        return new EndpointsModel.Form(
                sent.url(),
                sent.wrongUrl(),
                sent.every(),
                AlertKind.CODES.stream()
                        .map(code -> new EndpointsModel.Kind(
                                EndpointForm.field(code), code, AlertKind.name(code, words), sent.ticked(code)))
                        .toList(),
                sent.wrongKinds());
    }

    private List<Wrong> wrong() {
        return Stream.of(wrong("#url", sent.wrongUrl()), wrong("#types", sent.wrongKinds()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Wrong> wrong(String field, Optional<String> text) {
        return text.map(said -> new Wrong(field, said));
    }
}
