package tranche.launcher.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tranche.commitments.imports.domain.ImportKind;
import tranche.launcher.CannotRun;
import tranche.launcher.RunningFolder;

/**
 * {@code ./tranche import FILE}: sends a file over the public contract and prints what became of it, each error by line
 * and column.
 *
 * <p>Ends with 0 if all rows hold, 1 if any does not, 2 if the file could not be sent.
 */
@Command(
        name = "import",
        description = {
            "Writes the rows of a CSV file, all of them or none.",
            "Columns bear the names of the resource's fields, or a mapping says which are which:",
            "{\"columns\": {\"theirs\": \"ours\"}, \"constants\": {\"field\": \"value\"},"
                    + " \"latest\": {\"by\": [columns], \"order\": column}}"
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all rows hold: written, waiting for a second person, or tried with --dry-run",
            "1:a row does not hold; nothing was written",
            "2:the file could not be sent"
        })
public final class ImportCommand implements Callable<Integer> {

    private static final int HOLDS = 0;
    private static final int DOES_NOT_HOLD = 1;

    private static final String KINDS = "funds, investors, commitments, opening-balances";

    /** Who hands files in, in a demo. */
    private static final String DEMO_MAKER = "fund-manager";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "CSV in UTF-8; its first line names the columns.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path file;

    @Option(names = "--kind", paramLabel = "K", required = true, description = "what the rows are: " + KINDS)
    private String kind = "";

    @Option(names = "--mapping", paramLabel = "F", description = "JSON: how the file's columns are ours")
    private @Nullable Path mapping;

    @Option(names = "--dry-run", description = "say what would happen, write nothing")
    private boolean dryRun;

    @Option(
            names = "--url",
            paramLabel = "U",
            description = "the deployment's origin, for instance http://localhost:8080")
    private @Nullable URI url;

    @Option(names = "--key", paramLabel = "K", description = "an API key, as ./tranche token prints one")
    private @Nullable String key;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "where what runs on this machine keeps everything (default: ./data); a demo's own key is used")
    private Path data = Path.of("data");

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (Arrays.stream(ImportKind.values()).noneMatch(known -> known.code().equals(kind))) {
            throw new CannotRun("no file of the kind " + kind + " can be imported: --kind is one of " + KINDS + ".");
        }
        byte[] rows = read(file);
        Optional<byte[]> columns = mapping == null ? Optional.empty() : Optional.of(read(mapping));
        URI origin = url;
        String secret = key;
        if (origin == null) {
            RunningFolder folder = RunningFolder.find(data);
            origin = folder.address();
            secret = secret == null ? folder.demoKey(DEMO_MAKER).orElse(null) : secret;
        }
        if (secret == null) {
            throw new CannotRun(
                    "an API key is needed: --key KEY. On the machine that runs it, ./tranche token --account"
                            + " USERNAME prints one.");
        }
        try (ImportClient client = new ImportClient(origin, secret)) {
            JsonNode answer = client.send(rows, columns, kind, dryRun);
            new ImportReport(spec.commandLine().getOut()).print(answer, origin, dryRun);
            return answer.path("state").asText().equals("REJECTED") ? DOES_NOT_HOLD : HOLDS;
        }
    }

    private static byte[] read(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new CannotRun(path + " is no file that can be read.");
        }
        if (Files.size(path) > ImportClient.MOST_BYTES) {
            throw new CannotRun(path + " is larger than " + (ImportClient.MOST_BYTES >> 20) + " MiB; split it.");
        }
        return Files.readAllBytes(path);
    }
}
