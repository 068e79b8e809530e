package tranche.launcher.demo.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tranche.launcher.demo.Step.TextFile;

/** A step's body as a form, where a file is among its values: the same bytes each time. */
final class FormBody {

    /** It stands in no text of the demo. */
    private static final String BOUNDARY = "tranche-demo-part-7f3a91c4";

    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private FormBody() {}

    /** Empty where there is no file. */
    static Optional<byte[]> of(Map<String, Object> body) {
        if (body.values().stream().noneMatch(TextFile.class::isInstance)) {
            return Optional.empty();
        }
        StringBuilder form = new StringBuilder();
        body.forEach((name, value) -> {
            form.append("--")
                    .append(BOUNDARY)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(name);
            if (value instanceof TextFile(String file, String text)) {
                form.append("\"; filename=\"").append(file).append("\"\r\nContent-Type: text/plain; charset=UTF-8");
                form.append("\r\n\r\n").append(text);
            } else {
                form.append("\"\r\n\r\n").append(value);
            }
            form.append("\r\n");
        });
        return Optional.of(
                form.append("--").append(BOUNDARY).append("--\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }
}
