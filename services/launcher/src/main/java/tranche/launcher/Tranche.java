package tranche.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import tranche.launcher.check.CheckCommand;
import tranche.launcher.imports.ImportCommand;
import tranche.launcher.schemas.SchemasCommand;
import tranche.launcher.token.TokenCommand;
import tranche.launcher.up.UpCommand;
import tranche.launcher.verify.VerifyCommand;

/** The command line of {@code ./tranche}: one class for each call. */
@Command(
        name = "./tranche",
        description = "Joins milestones to commitments: who committed what, what was built, who was told.",
        mixinStandardHelpOptions = true,
        version = "Tranche 0.1.0",
        subcommands = {
            UpCommand.class,
            CheckCommand.class,
            SchemasCommand.class,
            VerifyCommand.class,
            ImportCommand.class,
            TokenCommand.class
        })
public final class Tranche {

    /** What the call checks does not hold. */
    public static final int DOES_NOT_HOLD = 1;

    /** The call could not run. */
    public static final int COULD_NOT_RUN = 2;

    /** As wide as the script's own help. */
    private static final int HELP_WIDTH = 110;

    private Tranche() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a call; its exit code. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Tranche());
        line.setUsageHelpWidth(HELP_WIDTH);
        line.setParameterExceptionHandler(Tranche::explain);
        line.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof CannotRun plain) {
                System.err.println("tranche: " + plain.getMessage());
                return COULD_NOT_RUN;
            }
            // A defect: the trace is for whoever mends it.
            failure.printStackTrace();
            return COULD_NOT_RUN;
        });
        return line.execute(arguments);
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        System.err.println("tranche: " + wrong.getMessage());
        System.err.println(
                "tranche: `./tranche " + String.join(" ", arguments).split(" ", 2)[0] + " --help` says what it takes.");
        return COULD_NOT_RUN;
    }
}
