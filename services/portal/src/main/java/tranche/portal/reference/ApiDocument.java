package tranche.portal.reference;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tranche.portal.reference.domain.Reference;

/** The document that describes the API, {@code schemas/openapi/tranche.yaml}: its text, and what a reader is shown of it. */
@Singleton
public final class ApiDocument {

    private static final String PATH = "/tranche/schemas/openapi/tranche.yaml";

    private final String text;
    private final Reference reference;

    ApiDocument(@Value("${tranche.origin}") String origin) {
        text = read();
        reference = DocumentReader.read(text, origin);
    }

    /** As it lies in the schemas, YAML. */
    public String text() {
        return text;
    }

    public Reference reference() {
        return reference;
    }

    private static String read() {
        try (InputStream file = ApiDocument.class.getResourceAsStream(PATH)) {
            if (file == null) {
                throw new IllegalStateException("the API document is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
