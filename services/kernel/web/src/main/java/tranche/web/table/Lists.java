package tranche.web.table;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.uri.UriBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import tranche.web.json.JsonObject;
import tranche.web.paging.Page;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Answers a list in the form that the caller asks for with {@code Accept}. The controller's method declares all three:
 * {@code @Get(produces = {MediaType.APPLICATION_JSON, Lists.CSV, Lists.XLSX})}.
 */
public final class Lists {

    public static final String CSV = "text/csv";

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Lists() {}

    /**
     * One page of a list. Beside JSON's {@code next}, each form has the next page's address in {@code Link}.
     *
     * @param row a row as JSON
     * @param table a row as a line of a file
     */
    public static <T> HttpResponse<byte[]> answer(
            HttpRequest<?> request, Page<T> page, Function<T, JsonObject> row, Table<T> table) {
        return answer(request, page, row, item -> List.of(item), table);
    }

    /** As the other, for a list of which one row is several lines of a file. */
    public static <T, L> HttpResponse<byte[]> answer(
            HttpRequest<?> request,
            Page<T> page,
            Function<T, JsonObject> row,
            Function<T, List<L>> lines,
            Table<L> table) {
        MutableHttpResponse<byte[]> response = switch (asked(request)) {
            case CSV -> file(CSV + "; charset=utf-8", table.name() + ".csv", out -> table.csv(lines(page, lines), out));
            case XLSX -> file(XLSX, table.name() + ".xlsx", out -> table.xlsx(lines(page, lines), List.of(), out));
            default -> HttpResponse.ok(page.json(row).bytes()).contentType(MediaType.APPLICATION_JSON_TYPE);
        };
        page.next()
                .ifPresent(next -> response.header(HttpHeaders.LINK, "<" + address(request, next) + ">; rel=\"next\""));
        return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static <T, L> List<L> lines(Page<T> page, Function<T, List<L>> lines) {
        return page.items().stream().flatMap(item -> lines.apply(item).stream()).toList();
    }

    private static String asked(HttpRequest<?> request) {
        List<MediaType> accepted = List.copyOf(request.accept());
        if (accepted.isEmpty()) {
            return MediaType.APPLICATION_JSON;
        }
        for (MediaType type : accepted) {
            for (String form : List.of(MediaType.APPLICATION_JSON, CSV, XLSX)) {
                if (type.matches(MediaType.of(form))) {
                    return form;
                }
            }
        }
        throw Problem.of(RequestRefusal.NOT_ACCEPTABLE);
    }

    private static String address(HttpRequest<?> request, String next) {
        return UriBuilder.of(request.getUri())
                .replaceQueryParam("after", next)
                .build()
                .toString();
    }

    private static MutableHttpResponse<byte[]> file(String type, String name, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HttpResponse.ok(out.toByteArray())
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    /** Writes a file. */
    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }
}
