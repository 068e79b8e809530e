package tranche.engines.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * A mail as people read it.
 *
 * @param headers decoded, in their order; of several of a name, all with commas between them
 * @param text may be empty
 * @param html may be empty
 */
record ReadMail(String id, Map<String, String> headers, String text, String html) {

    static ReadMail of(String id, byte[] mail) throws IOException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
            Map<String, String> headers = new LinkedHashMap<>();
            for (Enumeration<Header> all = message.getAllHeaders(); all.hasMoreElements(); ) {
                Header header = all.nextElement();
                String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
                headers.merge(header.getName(), value, (before, next) -> before + ", " + next);
            }
            return new ReadMail(id, headers, part(message, "text/plain"), part(message, "text/html"));
        } catch (MessagingException unreadable) {
            throw new IOException("a mail cannot be read", unreadable);
        }
    }

    /** The first part of the type, at whatever depth. */
    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
