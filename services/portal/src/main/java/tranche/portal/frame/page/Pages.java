package tranche.portal.frame.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.founding.DemoProgress;
import tranche.portal.session.domain.Reader;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;
import tranche.world.time.Clock;

/** Makes frames and turns templates into answers. The templates are compiled with the portal; none is read at run time. */
@Singleton
public final class Pages {

    private static final String TEMPLATES = "tranche.portal.templates";
    private static final MediaType HTML = new MediaType("text/html; charset=utf-8");
    private static final int TYPICAL_CHARACTERS = 32 * 1024;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
    private final Assets assets;
    private final Clock clock;
    private final DemoProgress demo;
    private final Counters counters;

    public Pages(Assets assets, Clock clock, DemoProgress demo, Counters counters) {
        this.assets = assets;
        this.clock = clock;
        this.demo = demo;
        this.counters = counters;
    }

    /** The words for a reader, now. */
    public Words words(Reader reader) {
        return Words.of(reader, clock.now());
    }

    /** The frame of a page for whoever is signed in. */
    public Frame frame(HttpRequest<?> request, Visitor visitor, MenuEntry entry) {
        Words words = words(visitor.reader());
        String title = words.say(entry.text());
        Texts texts = words.texts();
        boolean contentOnly = request.getHeaders().contains("HX-Request");
        return new Frame(
                words,
                assets,
                visitor.reader(),
                Optional.of(visitor),
                title,
                List.of(Crumb.here(title)),
                Optional.of(entry),
                address(request),
                false,
                Afterwards.said(request)
                        .map(code -> "said." + code)
                        .filter(texts::has)
                        .map(texts::say),
                Optional.empty(),
                contentOnly ? Counts.NONE : counts(request, visitor),
                demo.present(),
                contentOnly);
    }

    private Counts counts(HttpRequest<?> request, Visitor visitor) {
        boolean afterForm = Afterwards.said(request).isPresent()
                || Afterwards.position(request).isPresent();
        return afterForm ? counters.anew(visitor) : counters.of(visitor);
    }

    /** The frame of a page that anybody may open. */
    public Frame open(HttpRequest<?> request, Reader reader, String title) {
        Optional<Visitor> visitor = Visitors.of(request);
        return Frame.open(words(reader), assets, reader, visitor, title, address(request))
                .counting(visitor.map(counters::atOnce).orElse(Counts.NONE));
    }

    /** The numbers beside the menu of a page that the visitor has open. */
    public FollowedCounts followedCounts() {
        return new FollowedCounts(counters, this);
    }

    /** The numbers beside the menu, each to be put where its id is. */
    String counts(Visitor visitor, Counts counts) {
        Reader reader = visitor.reader();
        Frame frame = Frame.open(words(reader), assets, reader, Optional.of(visitor), "", "")
                .counting(counts);
        return render("frame/counts.jte", frame);
    }

    /** A page. */
    public MutableHttpResponse<String> page(HttpRequest<?> request, String template, Object model) {
        return page(request, HttpStatus.OK, template, model);
    }

    /**
     * A page with a status. It is never kept by a cache, for it is made for one reader.
     *
     * @param template its path below {@code src/main/jte}, for instance {@code cockpit/overview.jte}
     * @param model what its one parameter {@code model} takes
     */
    public MutableHttpResponse<String> page(HttpRequest<?> request, HttpStatus status, String template, Object model) {
        MutableHttpResponse<String> answer = HttpResponse.<String>status(status)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, "Cookie, Accept-Language, HX-Request")
                .header(
                        HttpHeaders.CONTENT_LANGUAGE,
                        Readers.of(request).locale().getLanguage())
                .body(render(template, model));
        Afterwards.forget(request, answer);
        return answer;
    }

    /** A template on its own: a fragment of a page. */
    public String render(String template, Object model) {
        StringOutput html = new StringOutput(TYPICAL_CHARACTERS);
        templates.render(template, model, html);
        return html.toString();
    }

    /** A template that takes several parameters, by name. */
    public String render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput(TYPICAL_CHARACTERS);
        templates.render(template, parameters, html);
        return html.toString();
    }

    private static String address(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return request.getPath() + (query == null ? "" : "?" + query);
    }
}
