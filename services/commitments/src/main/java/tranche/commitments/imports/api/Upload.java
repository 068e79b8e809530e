package tranche.commitments.imports.api;

import io.micronaut.http.MediaType;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.web.problem.Finding;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * What was handed in: a file alone, or a form of a file and how to read it.
 *
 * @param mapping JSON; empty where there is none
 */
record Upload(byte[] file, Optional<byte[]> mapping) {

    private static final String FILE = "file";
    private static final String MAPPING = "mapping";

    /**
     * Reads a request.
     *
     * @throws Problem {@code malformed} where it is no form, {@code validation} where a part is missing or unknown
     */
    static Upload of(MediaType type, String contentType, byte[] body) {
        if (!type.matches(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            return new Upload(body, Optional.empty());
        }
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        try {
            HttpPostRequestDecoder decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
            try {
                return of(decoder.getBodyHttpDatas());
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException
                | HttpPostRequestDecoder.NotEnoughDataDecoderException noForm) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
    }

    private static Upload of(List<InterfaceHttpData> parts) {
        Map<String, byte[]> found = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (InterfaceHttpData part : parts) {
            String name = part.getName();
            if (!List.of(FILE, MAPPING).contains(name) || !(part instanceof HttpData data)) {
                findings.add(Finding.at("/" + name, "unknown-field"));
            } else if (found.put(name, bytes(data)) != null) {
                findings.add(Finding.at("/" + name, "duplicate-field"));
            }
        }
        byte[] file = found.get(FILE);
        if (file == null) {
            findings.add(Finding.at("/" + FILE, "required"));
        }
        if (!findings.isEmpty() || file == null) {
            throw Problem.validation(findings);
        }
        return new Upload(file, Optional.ofNullable(found.get(MAPPING)));
    }

    private static byte[] bytes(HttpData data) {
        try {
            return data.get();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
