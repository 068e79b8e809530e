package tranche.web.service;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import tranche.flow.Flow;
import tranche.flow.writer.Position;
import tranche.flow.writer.Unavailable;
import tranche.web.json.JsonObject;
import tranche.web.position.Positions;
import tranche.web.problem.Problem;

/** What an operator's machines ask of a process: is it alive, may it be sent work, what does it measure. */
@Controller
final class ProcessController {

    private final Positions positions;
    private final Optional<Flow> flow;
    private final Optional<PrometheusMeterRegistry> metrics;
    private final String scrapeToken;

    /** @param scrapeToken lets others than this machine read the metrics; empty lets nobody else */
    ProcessController(
            Positions positions,
            Optional<Flow> flow,
            Optional<PrometheusMeterRegistry> metrics,
            @Value("${tranche.scrape-token:}") String scrapeToken) {
        this.positions = positions;
        this.flow = flow;
        this.metrics = metrics;
        this.scrapeToken = scrapeToken;
    }

    /** Whether what the process does by itself still goes on; a database that is away is no reason to kill it. */
    @Get("/health/live")
    HttpResponse<byte[]> live() {
        return told(flow.map(Flow::works).orElse(true));
    }

    /** Whether the process can take work: its database gives it a connection. */
    @Get("/health/ready")
    HttpResponse<byte[]> ready() throws InterruptedException {
        try {
            return told(positions.await(Position.NONE, Duration.ZERO));
        } catch (Unavailable away) {
            return told(false);
        }
    }

    /** Measures in Prometheus' text form, for this machine or whoever has the token. */
    @Get(value = "/metrics", produces = MediaType.TEXT_PLAIN)
    String metrics(HttpRequest<?> request) {
        boolean local = request.getRemoteAddress().getAddress().isLoopbackAddress();
        if (!local && !hasToken(request)) {
            throw Problem.notFound();
        }
        return metrics.map(PrometheusMeterRegistry::scrape).orElseThrow(Problem::notFound);
    }

    private boolean hasToken(HttpRequest<?> request) {
        String given = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        byte[] expected = ("Bearer " + scrapeToken).getBytes(StandardCharsets.UTF_8);
        return !scrapeToken.isEmpty()
                && given != null
                && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static HttpResponse<byte[]> told(boolean up) {
        byte[] body = JsonObject.empty().put("status", up ? "UP" : "DOWN").bytes();
        return (up
                        ? HttpResponse.<byte[]>ok()
                        : HttpResponse.<byte[]>serverError().status(503))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(body);
    }
}
