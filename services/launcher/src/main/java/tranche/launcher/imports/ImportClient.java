package tranche.launcher.imports;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import tranche.launcher.CannotRun;
import tranche.web.command.Write;
import tranche.world.http.HttpCall;
import tranche.world.http.HttpCall.Payload;
import tranche.world.http.HttpCalls;
import tranche.world.http.HttpReply;
import tranche.world.http.SocketHttpCalls;
import tranche.world.ids.RandomIds;

/** Sends a file to a deployment. */
final class ImportClient implements AutoCloseable {

    static final int MOST_BYTES = Write.MOST_FILE_BYTES;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Longer than the front door waits for a service. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Ten thousand rows with an error each. */
    private static final int MOST_ANSWER_BYTES = 32 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI origin;
    private final String key;
    private final HttpCalls calls = new SocketHttpCalls(CONNECT);

    ImportClient(URI origin, String key) {
        this.origin = origin;
        this.key = key;
    }

    /**
     * Sends a file.
     *
     * @return the import as the contract has it
     * @throws CannotRun if it was not taken
     */
    JsonNode send(byte[] file, Optional<byte[]> mapping, String kind, boolean dryRun) throws InterruptedException {
        String boundary = "tranche-" + new RandomIds().next();
        byte[] body = mapping.map(json -> form(boundary, file, json)).orElse(file);
        URI uri = origin.resolve(
                "/api/v1/imports?kind=" + URLEncoder.encode(kind, StandardCharsets.UTF_8) + "&dryRun=" + dryRun);
        Map<String, List<String>> headers = Map.of(
                "Authorization", List.of("Bearer " + key),
                "Accept-Language", List.of(Locale.getDefault().getLanguage()),
                "Content-Type",
                        List.of(mapping.isPresent() ? "multipart/form-data; boundary=" + boundary : "text/csv"));
        try (InputStream content = watched(body)) {
            Payload payload = new Payload.Streamed(content, OptionalLong.of(body.length));
            HttpReply reply = calls.send(new HttpCall("POST", uri, headers, payload, PATIENCE))
                    .get();
            return answer(reply.status(), reply.whole(MOST_ANSWER_BYTES).get());
        } catch (ExecutionException failed) {
            throw new CannotRun(origin + " did not answer: " + failed.getMessage()
                    + ". Whether the file was taken can be seen by sending it again: nothing is written twice.");
        } catch (IOException inMemory) {
            throw new CannotRun(String.valueOf(inMemory.getMessage()));
        }
    }

    /** Shows how much was sent, where somebody watches. */
    private static InputStream watched(byte[] body) {
        InputStream content = new ByteArrayInputStream(body);
        if (System.console() == null || !System.console().isTerminal()) {
            return content;
        }
        ProgressBarBuilder bar = ProgressBar.builder()
                .setTaskName("sending")
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" KiB", 1 << 10)
                .setInitialMax(body.length);
        return ProgressBar.wrap(content, bar);
    }

    private static byte[] form(String boundary, byte[] file, byte[] mapping) {
        ByteArrayOutputStream form = new ByteArrayOutputStream(file.length + mapping.length + 1_024);
        part(form, boundary, "name=\"file\"; filename=\"rows.csv\"", "text/csv", file);
        part(form, boundary, "name=\"mapping\"", "application/json", mapping);
        form.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static void part(ByteArrayOutputStream form, String boundary, String name, String type, byte[] content) {
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonNode answer(int status, byte[] body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException noJson) {
            throw new CannotRun("the answer is none of Tranche's (status " + status + "). Is --url right?");
        } catch (IOException inMemory) {
            throw new CannotRun(String.valueOf(inMemory.getMessage()));
        }
        if (status == 201) {
            return json;
        }
        StringBuilder told = new StringBuilder(json.path("title").asText("it was not taken"));
        json.path("errors")
                .forEach(error -> told.append("\n  ")
                        .append(error.path("pointer")
                                .asText(error.path("parameter").asText()))
                        .append(": ")
                        .append(error.path("detail").asText()));
        if (json.has("remedy")) {
            told.append("\n").append(json.path("remedy").asText());
        }
        throw new CannotRun(status + " " + told);
    }

    @Override
    public void close() {
        calls.close();
    }
}
