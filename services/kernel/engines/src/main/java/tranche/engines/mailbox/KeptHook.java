package tranche.engines.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** What a webhook has sent, as a mail whose headers are its own and whose text is its body, letter by letter. */
final class KeptHook {

    /** Many times the longest alert. */
    private static final int MOST_BYTES = 256 << 10;

    /** Of Standard Webhooks. No page of elsewhere can make a browser send them here without asking first. */
    private static final List<String> SIGNED = List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    private static final String TRACE = "traceparent";

    private static final String OF_NONE = "of no type";

    private KeptHook() {}

    /**
     * The mail.
     *
     * @param to where it was sent
     * @param headers the request's, by their names
     * @return empty where it is no webhook's request
     */
    static Optional<byte[]> asMail(String to, Function<String, Optional<String>> headers, InputStream body)
            throws IOException {
        byte[] content = body.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES
                || !SIGNED.stream().allMatch(name -> headers.apply(name).isPresent())) {
            return Optional.empty();
        }
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
            mail.setSubject("Webhook: " + type(content), "UTF-8");
            mail.setHeader("To", to);
            mail.setSentDate(new Date());
            for (String name : SIGNED) {
                mail.setHeader(name, headers.apply(name).orElseThrow());
            }
            Optional<String> trace = headers.apply(TRACE);
            if (trace.isPresent()) {
                mail.setHeader(TRACE, trace.get());
            }
            mail.setText(new String(content, StandardCharsets.UTF_8), "UTF-8");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return Optional.of(bytes.toByteArray());
        } catch (MessagingException unwritable) {
            throw new IOException("a webhook's request cannot be kept", unwritable);
        }
    }

    private static String type(byte[] content) throws IOException {
        try {
            return new ObjectMapper().readTree(content).path("type").asText(OF_NONE);
        } catch (JsonProcessingException unreadable) {
            return OF_NONE;
        }
    }
}
