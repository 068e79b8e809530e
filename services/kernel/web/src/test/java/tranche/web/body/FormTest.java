package tranche.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;

class FormTest {

    private static final String TYPE = "multipart/form-data; boundary=line";
    private static final String FILE =
            "Content-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd\"\r\n"
                    + "Content-Type: text/html\r\n\r\n";

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private static String text(String name, String value) {
        return "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value;
    }

    private static byte[] form(String... parts) {
        StringBuilder form = new StringBuilder();
        for (String part : parts) {
            form.append("--line\r\n").append(part).append("\r\n");
        }
        return form.append("--line--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private Form read(InputStream content) {
        return Form.read(content, TYPE, "file", piece -> {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            file.writeBytes(bytes);
        });
    }

    private Form read(byte[] content) {
        return read(new ByteArrayInputStream(content));
    }

    private static List<String> findings(Body body) {
        try {
            body.check();
            return List.of();
        } catch (Problem problem) {
            return problem.findings().stream()
                    .map((Finding finding) -> finding.where() + " " + finding.code())
                    .toList();
        }
    }

    @Test
    void hands_the_file_on_and_reads_the_texts_as_fields() {
        Form form = read(form(text("kind", "a letter"), FILE + "content", text("about", "{\"id\": 7}")));

        Body body = form.body(Set.of("about"));
        assertThat(form.hasFile()).isTrue();
        assertThat(form.fileName()).contains("passwd");
        assertThat(file).asString().isEqualTo("content");
        assertThat(body.text("kind", 60)).isEqualTo("a letter");
        assertThat(body.object("about").whole("id", 0, 9)).isEqualTo(7);
        assertThat(findings(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void finds_the_end_of_a_file_wherever_the_pieces_are_cut(long seed) {
        Random random = new Random(seed);
        StringBuilder content = new StringBuilder();
        for (String near :
                List.of("\r\n--lin", "\r\n", "--line", "\r\n--", "\0\u00ff", "x".repeat(70_000), "\r", "\n")) {
            content.append(near).append((char) random.nextInt(256));
        }
        byte[] whole = form(FILE + content, text("kind", "k"));

        Form form = read(new ByteArrayInputStream(whole) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(40)));
            }
        });

        assertThat(file.toByteArray()).isEqualTo(content.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(form.body(Set.of()).text("kind", 60)).isEqualTo("k");
    }

    @Test
    void an_empty_file_is_a_file() {
        assertThat(read(form(FILE)).hasFile()).isTrue();
        assertThat(file.size()).isZero();
    }

    @Test
    void finds_what_is_missing_repeated_or_unknown() {
        Form form = read(form(
                text("kind", "a"),
                text("kind", "b"),
                text("colour", "red"),
                FILE.replace("\"file\"", "\"other\"") + "x",
                text("about", "{\"id\":")));
        Body body = form.body(Set.of("about"));
        body.text("kind", 60);
        body.object("about");

        assertThat(findings(body))
                .containsExactlyInAnyOrder(
                        "/file required",
                        "/kind duplicate-field",
                        "/colour unknown-field",
                        "/other unknown-field",
                        "/about wrong-type");
        assertThat(file.size()).isZero();
    }

    @Test
    void takes_one_file_and_no_more() {
        Form form = read(form(FILE + "first", FILE + "second"));

        assertThat(findings(form.body(Set.of()))).containsExactly("/file duplicate-field");
        assertThat(file).asString().isEqualTo("first");
    }

    @Test
    void what_is_no_form_or_breaks_off_is_malformed() {
        byte[] whole = form(text("kind", "k"), FILE + "content");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the caller is gone");
            }
        };

        assertThatThrownBy(() -> read("{}".getBytes(StandardCharsets.UTF_8))).hasMessage("malformed");
        for (int length = 0; length < whole.length - 4; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("%s bytes", length).hasMessage("malformed");
        }
        assertThatThrownBy(() -> read(broken)).hasMessage("malformed");
        assertThatThrownBy(() -> Form.read(
                        new ByteArrayInputStream(whole), "multipart/form-data", "file", ByteBuffer::remaining))
                .hasMessage("malformed");
    }

    @Test
    void a_text_has_a_limit_and_so_have_the_parts() {
        String[] many = new String[100];
        java.util.Arrays.fill(many, text("kind", "k"));

        assertThat(findings(read(form(FILE, text("kind", "x".repeat(60_000)))).body(Set.of())))
                .containsExactly("/kind unknown-field");
        assertThatThrownBy(() -> read(form(FILE, text("kind", "x".repeat(70_000)))))
                .hasMessage("too-large");
        assertThatThrownBy(() -> read(form(many))).hasMessage("malformed");
    }
}
