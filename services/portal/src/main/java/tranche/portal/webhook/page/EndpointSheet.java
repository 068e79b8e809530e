package tranche.portal.webhook.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import tranche.portal.frame.page.Frame;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.problem.page.RefusedForm;
import tranche.portal.webhook.page.EndpointModel.Action;
import tranche.portal.words.page.Words;

/**
 * How the page says what the service has said of one endpoint.
 *
 * @param once makes the key of a form
 */
record EndpointSheet(
        Answered endpoint,
        ServiceReply deliveries,
        Optional<String> secret,
        Optional<RefusedForm> refused,
        Supplier<String> once) {

    /** The endpoint's host: its address may be long, and ends in what is nobody's to read aloud. */
    static String title(Answered endpoint) {
        return URI.create(endpoint.text("url")).getHost();
    }

    EndpointModel model(Frame frame, String csrf) {
        Words words = frame.words();
        EndpointState state = EndpointState.valueOf(endpoint.text("state"));
        String address = EndpointsPage.address(endpoint.id("id"));
        DeliveryLines lines = new DeliveryLines(words, once);
        return new EndpointModel(
                frame,
                csrf,
                address,
                endpoint.text("url"),
                state.sentence(words),
                state.chip(words),
                secret,
                EndpointsSheet.names(endpoint.texts("types"), words),
                moment("previousSecretUntil")
                        .filter(until -> until.isAfter(words.now()))
                        .map(words.dates()::moment),
                moment("failingSince").map(words.dates()::moment),
                words.dates().moment(endpoint.instant("createdAt")),
                Arrays.stream(EndpointStep.values())
                        .filter(step -> endpoint.texts("allowed").contains(step.command()))
                        .map(step -> action(step, words))
                        .toList(),
                !deliveries.succeeded(),
                Answered.of(deliveries).objects("items").stream()
                        .map(lines::line)
                        .toList(),
                deliveries
                        .text("next")
                        .map(next -> address + "?after=" + URLEncoder.encode(next, StandardCharsets.UTF_8)),
                refused);
    }

    private Optional<Instant> moment(String member) {
        return endpoint.textIfAny(member).map(Instant::parse);
    }

    private Action action(EndpointStep step, Words words) {
        String key = "endpoints.do." + step.command();
        return new Action(
                step.command(),
                words.say(key),
                step == EndpointStep.TEST ? Optional.empty() : Optional.of(words.say(key + ".warning")),
                step == EndpointStep.DELETE,
                once.get());
    }
}
