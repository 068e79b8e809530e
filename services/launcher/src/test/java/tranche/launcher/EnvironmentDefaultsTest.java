package tranche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the command line leaves out is looked for in the environment. */
class EnvironmentDefaultsTest {

    @Command(mixinStandardHelpOptions = true)
    static final class Call {
        @Option(names = "--ready-file")
        private String readyFile = "none";

        @Option(names = "--only", split = ",")
        private List<String> only = List.of();

        @Option(names = "--demo")
        private boolean demo;
    }

    private static Call parsed(Map<String, String> environment, String... arguments) {
        Call call = new Call();
        CommandLine line = new CommandLine(call);
        line.setDefaultValueProvider(new EnvironmentDefaults(environment::get));
        line.parseArgs(arguments);
        return call;
    }

    @Test
    void an_option_stands_in_the_environment_under_its_name() {
        Call call =
                parsed(Map.of("TRANCHE_READY_FILE", "f", "TRANCHE_ONLY", "portal,milestones", "TRANCHE_DEMO", "true"));

        assertThat(call.readyFile).isEqualTo("f");
        assertThat(call.only).containsExactly("portal", "milestones");
        assertThat(call.demo).isTrue();
    }

    @Test
    void the_command_line_goes_first_and_an_empty_variable_says_nothing() {
        Call call = parsed(
                Map.of("TRANCHE_READY_FILE", "f", "TRANCHE_ONLY", " ", "TRANCHE_HELP", "true"), "--ready-file=g");

        assertThat(call.readyFile).isEqualTo("g");
        assertThat(call.only).isEmpty();
    }
}
