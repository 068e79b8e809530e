package tranche.portal.listing.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tranche.portal.words.page.Words;
import tranche.web.table.Lists;
import tranche.web.table.Table;

/** A list as a file that the browser keeps. */
public final class TableFile {

    private TableFile() {}

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    /**
     * As CSV.
     *
     * @param name of the file, without its ending
     */
    public static <T> HttpResponse<byte[]> csv(String name, Table<T> table, List<T> rows) {
        return file(Lists.CSV + "; charset=utf-8", name + ".csv", out -> table.csv(rows, out));
    }

    /**
     * As a spreadsheet that says when it was made and what it is cut to.
     *
     * @param name of the file, without its ending
     * @param parts what the list's address asks for
     */
    public static <T> HttpResponse<byte[]> xlsx(
            String name, Table<T> table, List<T> rows, Map<String, String> parts, Words words) {
        List<String> notes = new ArrayList<>();
        notes.add(words.say("listing.export.made", "moment", words.dates().exact(words.now())));
        parts.forEach((part, value) -> notes.add(words.say("words.named", "name", part, "value", value)));
        return file(Lists.XLSX, name + ".xlsx", out -> table.xlsx(rows, notes, out));
    }

    private static HttpResponse<byte[]> file(String type, String name, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HttpResponse.ok(out.toByteArray())
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
