package tranche.launcher.schemas;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tranche.launcher.Home;

/**
 * {@code ./tranche schemas}: whether the events in force agree with every release, from the files alone.
 *
 * <p>Ends with 0 if they do, 1 with each break on a line of its own, 2 if the files could not be read.
 */
@Command(
        name = "schemas",
        description = "Checks that the event schemas agree with every released one, from the files alone.",
        mixinStandardHelpOptions = true)
public final class SchemasCommand implements Callable<Integer> {

    private static final int AGREES = 0;
    private static final int BROKEN = 1;
    private static final int NOT_RUN = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "The folder that holds events and released (default: schemas, beside this script).")
    private Path folder = Home.folder().resolve("schemas");

    @Option(
            names = "--freeze",
            paramLabel = "RELEASE",
            description = "If all agree, also writes the events in force to released/RELEASE, once and for good.")
    private Optional<String> freeze = Optional.empty();

    @Override
    public Integer call() {
        try {
            return check(new SchemaFolder(folder), spec.commandLine().getOut());
        } catch (NoSuchFileException absent) {
            spec.commandLine().getErr().println("schemas: there is no " + absent.getFile() + ".");
            return NOT_RUN;
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("schemas: " + unreadable);
            return NOT_RUN;
        }
    }

    private int check(SchemaFolder schemas, PrintWriter out) throws IOException {
        SchemaSet current = schemas.current();
        List<SchemaSet> releases = schemas.released();
        List<Break> breaks = new ArrayList<>();
        for (SchemaSet release : releases) {
            breaks.addAll(Compatibility.breaks(release, current));
        }
        breaks.forEach(out::println);
        if (!breaks.isEmpty()) {
            out.printf(
                    "%d breaks in %d event types.%n",
                    breaks.size(), current.records().size());
            return BROKEN;
        }
        out.println(
                releases.isEmpty()
                        ? "%d event types; no release is frozen yet, so there is nothing to break."
                                .formatted(current.records().size())
                        : "%d event types agree with %s."
                                .formatted(
                                        current.records().size(),
                                        String.join(
                                                ", ",
                                                releases.stream()
                                                        .map(SchemaSet::name)
                                                        .toList())));
        if (freeze.isPresent()) {
            out.printf("%d event types are frozen as %s.%n", schemas.freeze(freeze.get()), freeze.get());
        }
        return AGREES;
    }
}
