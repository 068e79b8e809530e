package tranche.launcher.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./tranche check FILE}: runs worked examples through the product's own arithmetic and prints each one that
 * differs, then {@code N passed, N failed, N unknown} alone on a line; unknown are those whose rule the product does not
 * have.
 *
 * <p>Ends with 0 if all passed, 1 if any failed, 3 if none failed but some are unknown, 2 if the file could not be read.
 */
@Command(
        name = "check",
        description = "Runs a file of worked examples through the product's own arithmetic.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all examples passed",
            "1:an example failed",
            "2:the file could not be read",
            "3:no example failed, but for some there is no rule"
        })
public final class CheckCommand implements Callable<Integer> {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NOT_RUN = 2;
    private static final int UNKNOWN = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Examples in the form of domain-vectors.json or xirr-cases.json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path file;

    @Override
    public Integer call() {
        try {
            return check(ExampleFile.read(file), spec.commandLine().getOut());
        } catch (ExampleFile.NotExamples unusable) {
            return notRun(String.valueOf(unusable.getMessage()));
        } catch (NoSuchFileException absent) {
            return notRun("no such file");
        } catch (IOException unreadable) {
            return notRun("cannot be read: " + unreadable.getMessage());
        }
    }

    private int notRun(String reason) {
        spec.commandLine().getErr().println("check: " + file + ": " + reason);
        return NOT_RUN;
    }

    private static int check(List<WorkedExample> examples, PrintWriter out) {
        int passed = 0;
        int failed = 0;
        int unknown = 0;
        for (WorkedExample example : examples) {
            switch (Examiner.examine(example)) {
                case Outcome.Passed() -> passed++;
                case Outcome.Differs(JsonNode got) -> {
                    failed++;
                    print(example, got.toString(), out);
                }
                case Outcome.NoResult(String reason) -> {
                    failed++;
                    print(example, "no result: " + reason, out);
                }
                case Outcome.Unknown() -> unknown++;
            }
        }
        out.println("%d passed, %d failed, %d unknown".formatted(passed, failed, unknown));
        return failed > 0 ? FAILED : unknown > 0 ? UNKNOWN : PASSED;
    }

    private static void print(WorkedExample example, String got, PrintWriter out) {
        out.println(example.id() + "  " + example.title());
        out.println("  expected  " + example.expected());
        out.println("  got       " + got);
    }
}
