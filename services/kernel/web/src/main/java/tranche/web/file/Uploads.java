package tranche.web.file;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.flow.file.FileNames;
import tranche.flow.file.KeptFiles;
import tranche.flow.writer.Outcome;
import tranche.flow.writer.Unavailable;
import tranche.values.file.FileType;
import tranche.web.body.Body;
import tranche.web.body.Form;
import tranche.web.command.Write;
import tranche.world.file.IncomingFile;

/** Forms with a file, whose bytes go to the disk as they come. */
@Singleton
@Requires(beans = FileNames.class)
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final String FILE = "file";

    private final KeptFiles files;

    Uploads(KeptFiles files) {
        this.files = files;
    }

    /** What is done with a form once it is read. */
    @FunctionalInterface
    public interface Command {
        /** @param file all that came of it; what is not kept is gone afterwards */
        Outcome of(Form form, IncomingFile file);
    }

    /**
     * Reads a form to its end and hands it on.
     *
     * @throws tranche.web.problem.Problem {@code malformed} where it is no form
     * @throws Unavailable where the disk fails
     */
    public Outcome take(HttpRequest<?> request, Write write, Command command) {
        String contentType =
                request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class).orElse("");
        try (IncomingFile file = files.incoming()) {
            Form form = Form.read(write.stream(), contentType, FILE, file::write);
            return command.of(form, file);
        } catch (UncheckedIOException failed) {
            LOG.error("a file could not be kept: is the disk full?", failed);
            throw new Unavailable("the file cannot be kept", failed);
        }
    }

    /** What the file is; that it is a program is a finding. */
    public static FileType type(Body body, IncomingFile file) {
        FileType type = FileType.of(file.head(FileType.HEAD_BYTES));
        if (type == FileType.PROGRAM) {
            body.find(FILE, "is-a-program");
        }
        return type;
    }
}
