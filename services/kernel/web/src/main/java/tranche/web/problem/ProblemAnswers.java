package tranche.web.problem;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.web.json.JsonObject;
import tranche.world.ids.Ids;

/** Turns problems into answers: {@code application/problem+json} in the caller's language, or a page for a reader. */
@Singleton
public final class ProblemAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private static final String API = "/api/";

    private final Problems problems;
    private final Optional<ProblemPage> page;
    private final Ids ids;
    private final String origin;

    ProblemAnswers(Problems problems, Optional<ProblemPage> page, Ids ids, @Value("${tranche.origin}") String origin) {
        this.problems = problems;
        this.page = page;
        this.ids = ids;
        this.origin = origin;
    }

    /** The answer to a request that met a problem. */
    public MutableHttpResponse<?> answer(HttpRequest<?> request, Problem problem) {
        Optional<Problems.Entry> known = problems.entry(problem.code());
        if (known.isEmpty()) {
            return defect(request, new IllegalStateException("no entry in the catalogue: " + problem.code()));
        }
        return answer(request, told(known.get(), problem, Languages.of(request)), problem.retryAfter());
    }

    /**
     * A problem in its reader's words, for a page that says it beside something else.
     *
     * @throws IllegalStateException if the catalogue has no entry for it
     */
    public Told told(Problem problem, Locale language) {
        Problems.Entry entry = problems.entry(problem.code())
                .orElseThrow(() -> new IllegalStateException("no entry in the catalogue: " + problem.code()));
        return told(entry, problem, language);
    }

    /** The answer where we are wrong: it names nothing of ours but a reference, under which the log has the rest. */
    MutableHttpResponse<?> defect(HttpRequest<?> request, Throwable cause) {
        String reference = ids.next().toString();
        LOG.error("reference={} method={} path={}", reference, request.getMethodName(), request.getPath(), cause);
        Problem problem = Problem.of(RequestRefusal.INTERNAL, Map.of("reference", reference));
        Problems.Entry entry = problems.entry(problem.code())
                .orElseThrow(() -> new IllegalStateException("no entry in the catalogue: " + problem.code()));
        return answer(request, told(entry, problem, Languages.of(request)), Optional.empty());
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Told told, Optional<Duration> retryAfter) {
        boolean readByPerson = !request.getPath().startsWith(API)
                && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
        MutableHttpResponse<?> response = readByPerson && page.isPresent()
                ? page.get().render(request, told)
                : HttpResponse.<byte[]>status(HttpStatus.valueOf(told.status()))
                        .contentType("application/problem+json")
                        .header(HttpHeaders.CONTENT_LANGUAGE, told.language().getLanguage())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .body(document(told));
        if (told.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        retryAfter.ifPresent(
                wait -> response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds()))));
        return response;
    }

    private Told told(Problems.Entry entry, Problem problem, Locale language) {
        return new Told(
                origin + "/problems/" + entry.code(),
                entry.code(),
                entry.status(),
                entry.title().in(language, problem.facts()),
                entry.detail().map(detail -> detail.in(language, problem.facts())),
                entry.remedy().in(language, problem.facts()),
                problem.facts(),
                problem.findings().stream()
                        .map(finding -> error(finding, language))
                        .toList(),
                language);
    }

    private JsonObject error(Finding finding, Locale language) {
        String detail = problems.finding(finding.code())
                .map(words -> words.in(language, finding.facts()))
                .orElse(finding.code());
        return JsonObject.empty()
                .put(finding.in().member(), finding.where())
                .put("code", finding.code())
                .put("detail", detail);
    }

    private static byte[] document(Told told) {
        JsonObject document = JsonObject.empty()
                .put("type", told.type())
                .put("title", told.title())
                .put("status", told.status());
        told.detail().ifPresent(detail -> document.put("detail", detail));
        document.put("code", told.code()).put("remedy", told.remedy());
        told.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> document.put(fact.getKey(), fact.getValue()));
        if (!told.errors().isEmpty()) {
            document.put("errors", told.errors());
        }
        return document.bytes();
    }

    /**
     * A problem in its caller's words.
     *
     * @param type the address of the page about it
     * @param errors what is wrong with single values; may be empty
     */
    public record Told(
            String type,
            String code,
            int status,
            String title,
            Optional<String> detail,
            String remedy,
            Map<String, Object> facts,
            List<JsonObject> errors,
            Locale language) {}
}
