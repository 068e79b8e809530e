package tranche.milestones.manners;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Evidence as people send it: as what it is not, and with a path for a name. */
final class Forms {

    private static final String LINE = "----a-line-between-parts";

    static final String TYPE = "multipart/form-data; boundary=" + LINE;

    private Forms() {}

    /** @param texts names and values */
    static byte[] form(byte[] file, String... texts) {
        ByteArrayOutputStream form = new ByteArrayOutputStream(file.length + 1_000);
        form.writeBytes(texts(texts));
        form.writeBytes(bytes("--" + LINE
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../../a.html\"\r\n"
                + "Content-Type: text/html\r\n\r\n"));
        form.writeBytes(file);
        form.writeBytes(bytes("\r\n--" + LINE + "--\r\n"));
        return form.toByteArray();
    }

    /** A form without a file. */
    static byte[] formOf(String... texts) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(texts(texts));
        form.writeBytes(bytes("--" + LINE + "--\r\n"));
        return form.toByteArray();
    }

    private static byte[] texts(String... texts) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < texts.length; i += 2) {
            parts.append("--")
                    .append(LINE)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(texts[i])
                    .append("\"\r\n\r\n")
                    .append(texts[i + 1])
                    .append("\r\n");
        }
        return bytes(parts.toString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
