package tranche.portal.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tranche.portal.frontdoor.domain.Route;
import tranche.portal.frontdoor.domain.Route.Service;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.values.actor.Actor;
import tranche.web.access.Identity;
import tranche.web.access.KeyScope;
import tranche.world.http.HttpCall.Payload;
import tranche.world.http.HttpReply;

/** The pages' way to the services: the same paths and tokens as through the front door, without the round by a socket. */
@Singleton
final class HttpServiceCalls implements ServiceCalls, FileCalls {

    /** A person waits for the page. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The longest object that a page shows: a call with ten thousand lines and how each of them came about. */
    private static final int MOST_BYTES = 16 << 20;

    private static final String BASE = "/api/v1";

    /** Proposals lie in several services, and the address says in which. */
    private static final Pattern SERVICE = Pattern.compile("[?&]service=([a-z]+)");

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Upstreams upstreams;

    HttpServiceCalls(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public ServiceReply get(Actor actor, Locale language, String path) {
        return call(actor, "GET", path, headers(language), new Payload.None());
    }

    @Override
    public ServiceReply send(
            Actor actor,
            Locale language,
            String method,
            String path,
            Map<String, ?> body,
            Optional<String> version,
            String once) {
        Map<String, List<String>> headers = headers(language);
        headers.put("content-type", List.of("application/json"));
        headers.put("idempotency-key", List.of(once));
        version.ifPresent(tag -> headers.put("if-match", List.of(tag)));
        return call(actor, method, path, headers, new Payload.Whole(json(body)));
    }

    @Override
    public ServiceReply submit(
            Actor actor, Locale language, String path, Map<String, String> texts, PassedFile file, String once) {
        // The same form sent twice is the same to the byte, so that it acts once.
        String line = "tranche-" + once;
        StringBuilder before = new StringBuilder();
        texts.forEach((name, text) -> before.append(part(line, "name=\"" + name + "\"", "text/plain; charset=utf-8"))
                .append(text)
                .append("\r\n"));
        before.append(part(line, "name=\"file\"; filename=\"file\"", "application/octet-stream"));
        byte[] head = before.toString().getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8);
        InputStream form = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head), file.content(), new ByteArrayInputStream(end))));
        Map<String, List<String>> headers = headers(language);
        headers.put("content-type", List.of("multipart/form-data; boundary=" + line));
        headers.put("idempotency-key", List.of(once));
        long length = head.length + file.length() + end.length;
        return call(actor, "POST", path, headers, new Payload.Streamed(form, OptionalLong.of(length)));
    }

    private static String part(String line, String field, String type) {
        return "--" + line + "\r\nContent-Disposition: form-data; " + field + "\r\nContent-Type: " + type + "\r\n\r\n";
    }

    private ServiceReply call(
            Actor actor, String method, String path, Map<String, List<String>> headers, Payload payload) {
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        Optional<String> named = SERVICE.matcher(path).results().findFirst().map(found -> found.group(1));
        if (!(Route.of(BASE + plain, named, Optional.empty()) instanceof Route.To(List<Service> services))
                || !upstreams.has(services.getFirst())) {
            throw new IllegalArgumentException("no service has the path " + plain);
        }
        Identity identity = new Identity(actor, KeyScope.all());
        try {
            HttpReply reply = upstreams
                    .send(services.getFirst(), identity, method, BASE + path, headers, payload)
                    .orTimeout(patience(payload).toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            byte[] body = reply.whole(MOST_BYTES)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return new ServiceReply(
                    reply.status(),
                    object(body),
                    reply.header("etag"),
                    reply.header("tranche-position"),
                    reply.header("idempotency-replayed").isPresent());
        } catch (CompletionException away) {
            return ServiceReply.away();
        }
    }

    /** Whoever sends a file waits for it anyway. */
    private static Duration patience(Payload payload) {
        return payload instanceof Payload.Streamed ? Upstreams.patience(payload) : PATIENCE;
    }

    private static Map<String, List<String>> headers(Locale language) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("accept", List.of("application/json"));
        headers.put("accept-language", List.of(language.getLanguage()));
        return headers;
    }

    private static byte[] json(Map<String, ?> body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("a body of other things than strings, numbers, lists", unwritable);
        }
    }

    /** The members of an object that are there; a null in an answer says that a field is not. */
    private static Map<String, Object> object(byte[] body) {
        if (body.length == 0) {
            return Map.of();
        }
        try {
            Map<String, Object> members = new HashMap<>(MAPPER.readValue(body, OBJECT));
            members.values().removeIf(java.util.Objects::isNull);
            return members;
        } catch (IOException none) {
            return Map.of();
        }
    }
}
