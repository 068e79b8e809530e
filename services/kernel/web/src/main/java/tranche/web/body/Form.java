package tranche.web.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tranche.values.file.UploadedName;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * A form of texts and one file (multipart/form-data, RFC 7578). It is read as it comes and the file's bytes are handed on
 * at once, so that a long one is nowhere held as a whole. What the form calls the file is told as a name for people and never
 * as a path; what it says the file is, is not read: a type that somebody made up is of no use.
 */
public final class Form {

    /** Parts that a form may have; ours have three. */
    private static final int MOST_PARTS = 32;

    /** The longest line of a part's head. */
    private static final int LONGEST_LINE_BYTES = 8 * 1024;

    /** Of one read, and of what the decoder holds of the file at a time. */
    private static final int PIECE_BYTES = 64 * 1024;

    private final String file;
    private final boolean hasFile;
    private final Optional<String> fileName;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> repeated = new TreeSet<>();

    private Form(String file, FormParts parts) {
        this.file = file;
        this.hasFile = parts.hasFile();
        this.fileName = UploadedName.of(parts.fileName());
        repeated.addAll(parts.repeated());
        parts.others().forEach(other -> texts.put(other, ""));
    }

    /**
     * Reads a form to its end.
     *
     * @param contentType with the line between the parts
     * @param file the name of the part that is the file
     * @param sink takes the file's bytes in their order
     * @throws Problem {@code malformed} where it is no form or breaks off, {@code too-large} where a text is too long
     */
    public static Form read(InputStream content, String contentType, String file, Consumer<ByteBuffer> sink) {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        FormParts parts = new FormParts(file, sink);
        try {
            if (!HttpPostRequestDecoder.isMultipart(request)) {
                throw Problem.of(RequestRefusal.MALFORMED);
            }
            HttpPostMultipartRequestDecoder decoder = new HttpPostMultipartRequestDecoder(
                    parts, request, StandardCharsets.UTF_8, MOST_PARTS, LONGEST_LINE_BYTES);
            try {
                decoder.setDiscardThreshold(PIECE_BYTES);
                byte[] piece = new byte[PIECE_BYTES];
                for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                    decoder.offer(new DefaultHttpContent(Unpooled.wrappedBuffer(piece, 0, read)));
                }
                decoder.offer(LastHttpContent.EMPTY_LAST_CONTENT);
                Form form = new Form(file, parts);
                form.addAll(decoder);
                return form;
            } finally {
                decoder.destroy();
            }
        } catch (DecoderException noForm) {
            boolean tooLong = noForm.getCause() instanceof IOException;
            throw Problem.of(tooLong ? RequestRefusal.TOO_LARGE : RequestRefusal.MALFORMED);
        } catch (IOException brokenOff) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
    }

    /** The decoder tells only by this exception that the form's last line was there. */
    private void addAll(HttpPostMultipartRequestDecoder decoder) throws IOException {
        try {
            while (decoder.hasNext()) {
                add(decoder.next());
            }
        } catch (HttpPostRequestDecoder.EndOfDataDecoderException whole) {
            return;
        }
        throw Problem.of(RequestRefusal.MALFORMED);
    }

    private void add(InterfaceHttpData part) throws IOException {
        boolean isText = part instanceof Attribute && !part.getName().equals(file);
        if (isText && texts.put(part.getName(), ((Attribute) part).getValue()) != null) {
            repeated.add(part.getName());
        }
    }

    /** Whether there is a file; it may be empty. */
    public boolean hasFile() {
        return hasFile;
    }

    /** What the form calls the file, fit to be shown; empty where it calls it nothing. */
    public Optional<String> fileName() {
        return fileName;
    }

    /**
     * The texts as the fields of a body, to be read and checked like any other. A file that is missing, and a part that is
     * there twice, are found already.
     *
     * @param json texts that are JSON themselves
     */
    public Body body(Set<String> json) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        texts.forEach((name, text) -> node.set(name, json.contains(name) ? value(text) : text(text)));
        Body body = Body.of(node);
        if (!hasFile) {
            body.find(file, "required");
        }
        repeated.forEach(name -> body.find(name, "duplicate-field"));
        return body;
    }

    /** What is no JSON is a text: a value of the wrong type. */
    private static JsonNode value(String text) {
        return StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> text(text));
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
