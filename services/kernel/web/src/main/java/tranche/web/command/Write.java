package tranche.web.command;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.ServerHttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tranche.flow.writer.Idempotency;
import tranche.flow.writer.Trace;
import tranche.web.body.Body;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * A request that changes something, as a controller of {@code /api} takes it beside its caller: the body, read once it is
 * asked for, and the headers that say how the change is meant.
 */
public final class Write {

    /** The contract's limit of a JSON body. */
    public static final int MOST_BYTES = 1 << 20;

    /** The contract's limit of an import or of a piece of evidence. */
    public static final int MOST_FILE_BYTES = 64 << 20;

    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7E]{1,128}");

    /** W3C Trace Context, version 00. */
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final ServerHttpRequest<?> request;
    private final UUID correlation;
    private byte @Nullable [] bytes;
    private @Nullable MeasuredStream stream;
    private @Nullable Body body;

    Write(ServerHttpRequest<?> request, UUID correlation) {
        this.request = request;
        this.correlation = correlation;
    }

    /**
     * The body's fields. A command that is sent before they are checked is a defect.
     *
     * @throws Problem {@code malformed}, {@code too-large}
     */
    public Body body() {
        return keep(Body.of(bytes(MOST_BYTES)));
    }

    /** The body's fields where all of them may be left out, and the body with them. */
    public Body optionalBody() {
        return keep(Body.ofOptional(bytes(MOST_BYTES)));
    }

    /**
     * The body as it came, at most {@link #MOST_FILE_BYTES}.
     *
     * @throws Problem {@code too-large}
     */
    public byte[] file() {
        return bytes(MOST_FILE_BYTES).clone();
    }

    /**
     * The body as it comes, at most {@link #MOST_FILE_BYTES}, for whoever need not have it as a whole. Two requests with one
     * key are compared by it, so it is read to its end before {@link #idempotency} is asked for.
     *
     * @throws Problem {@code too-large}, now or while it is read
     */
    public InputStream stream() {
        MeasuredStream body = measured(MOST_FILE_BYTES);
        stream = body;
        return body;
    }

    /** The version that the caller has seen, where it says so: the command is refused (412) on any other. */
    public OptionalLong ifMatch() {
        String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
        return header == null ? OptionalLong.empty() : Preconditions.ifMatch(header);
    }

    /**
     * Asks for an idempotency key, where doing a thing twice would cost money.
     *
     * @throws Problem {@code idempotency-key-required} where there is none
     */
    public void requireKey() {
        if (key().isEmpty()) {
            throw Problem.of(RequestRefusal.IDEMPOTENCY_KEY_REQUIRED);
        }
    }

    /** The caller's promise that two requests are one, where it gives one. */
    public Optional<Idempotency> idempotency(UUID account) {
        return key().map(key -> new Idempotency(account, operation(), key, bodyHash()));
    }

    /** How what the request asks for fits into what caused it. */
    public Trace trace() {
        String header = request.getHeaders().get("traceparent");
        Optional<String> traceparent =
                header != null && TRACEPARENT.matcher(header).matches() ? Optional.of(header) : Optional.empty();
        return new Trace(Optional.empty(), correlation, traceparent);
    }

    void requireChecked() {
        if (body != null && !body.isChecked()) {
            throw new IllegalStateException("a command was made from a body that was not checked");
        }
    }

    private Optional<String> key() {
        String key = request.getHeaders().get("Idempotency-Key");
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
        return Optional.of(key);
    }

    private String operation() {
        return request.getMethodName() + " " + request.getPath();
    }

    private byte[] bodyHash() {
        if (stream == null) {
            bytes(MOST_FILE_BYTES);
        }
        return Objects.requireNonNull(stream)
                .hash()
                .orElseThrow(() -> new IllegalStateException("a body is compared once it is read"));
    }

    private Body keep(Body read) {
        this.body = read;
        return read;
    }

    /** Some bytes of a packed body can unpack to any number: its size would not be known before it is read. */
    private void requireUnpacked() {
        String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(RequestRefusal.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    private MeasuredStream measured(int most) {
        requireUnpacked();
        if (request.byteBody().expectedLength().orElse(0) > most) {
            throw Problem.of(RequestRefusal.TOO_LARGE);
        }
        return new MeasuredStream(request.byteBody().toInputStream(), most);
    }

    private byte[] bytes(int most) {
        if (bytes == null) {
            try (MeasuredStream body = measured(most)) {
                bytes = body.readAllBytes();
                stream = body;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return bytes;
    }
}
