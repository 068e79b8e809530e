package tranche.portal.frame.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tranche.values.file.UploadedName;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * A form of a page with one file, its last field (multipart/form-data, RFC 7578). The texts are read, the file is left to be
 * passed on as it comes: how long it is follows from the length of the form, so it is nowhere held and nowhere searched.
 */
public final class FileForm {

    /** The parameter by which the address of a form says that its session had ended before its file was read. */
    private static final String UNSENT = "unsent";

    /** Of all that stands before the file. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/form-data;\\s*boundary=\"?([-0-9A-Za-z'()+_,./:=? ]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)form-data;\\s*name=\"([^\"]*)\"");

    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final InputStream in;
    private final String line;
    private final Optional<String> fileName;
    private final long length;
    private int read;

    private FileForm(InputStream in, String line, long whole) throws IOException {
        this.in = in;
        this.line = line;
        if (!until(line + "\r\n").isEmpty()) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
        String head = until("\r\n\r\n");
        while (!head.contains("filename=")) {
            Matcher name = NAME.matcher(head);
            if (!name.find()) {
                throw Problem.of(RequestRefusal.MALFORMED);
            }
            texts.put(name.group(1), until("\r\n" + line + "\r\n"));
            head = until("\r\n\r\n");
        }
        Matcher name = FILE_NAME.matcher(head);
        this.fileName = name.find() ? UploadedName.of(name.group(1)) : Optional.empty();
        this.length = whole - read - end().length;
        if (length < 0) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
    }

    /**
     * Reads a form up to its file.
     *
     * @throws Problem {@code malformed} where it is none, or has no file, or does not say how long it is
     */
    public static FileForm read(HttpRequest<?> request) {
        Matcher boundary = BOUNDARY.matcher(
                request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class).orElse(""));
        if (!boundary.matches() || !(request instanceof ServerHttpRequest<?> received)) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
        OptionalLong whole = received.byteBody().expectedLength();
        InputStream body = new BufferedInputStream(received.byteBody().toInputStream());
        try {
            return new FileForm(body, "--" + boundary.group(1), whole.orElse(0));
        } catch (IOException brokenOff) {
            throw Problem.of(RequestRefusal.MALFORMED);
        }
    }

    /** The address of a form whose file was not read: unlike what is typed, it does not come back from the sign-in page. */
    public static String unsent(String address) {
        return address + (address.contains("?") ? "&" : "?") + UNSENT;
    }

    /** Whether a page is asked for because the file of its form was not read. */
    public static boolean isUnsent(HttpRequest<?> request) {
        return request.getParameters().contains(UNSENT);
    }

    /** The fields before the file. */
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }

    /** What the browser calls the file, fit to be shown; empty where it calls it nothing. */
    public Optional<String> fileName() {
        return fileName;
    }

    /** How many bytes the file has; none where nobody chose one. */
    public long length() {
        return length;
    }

    /** The bytes of the file, read once. Their reading fails where the form does not end right after them. */
    public InputStream file() {
        return new ToTheEnd();
    }

    private byte[] end() {
        return ("\r\n" + line + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What stands before the next occurrence of a mark of ASCII, which is passed over. */
    private String until(String mark) throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (int next = in.read(); next >= 0 && read < MOST_BYTES; next = in.read()) {
            bytes.append((char) next);
            read++;
            int length = bytes.length() - mark.length();
            if (length >= 0 && bytes.indexOf(mark, length) == length) {
                return new String(
                        bytes.substring(0, length).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        throw Problem.of(RequestRefusal.MALFORMED);
    }

    /** The file, after which the form ends. */
    private final class ToTheEnd extends InputStream {

        private long left = length;
        private boolean checked;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int most) throws IOException {
            if (left == 0) {
                check();
                return -1;
            }
            int came = in.read(bytes, offset, (int) Math.min(left, most));
            if (came < 0) {
                throw new IOException("the form breaks off");
            }
            left -= came;
            return came;
        }

        private void check() throws IOException {
            if (!checked && !Arrays.equals(in.readNBytes(end().length), end())) {
                throw new IOException("the form does not end after its file");
            }
            checked = true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
