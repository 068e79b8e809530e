package tranche.launcher;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the command line leaves out may stand in the environment: {@code --ready-file} as {@code TRANCHE_READY_FILE}. So a
 * container is configured without a command line of its own.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {

    private final UnaryOperator<@Nullable String> environment;

    public EnvironmentDefaults() {
        this(System::getenv);
    }

    /** @param environment the value of a variable, null where it is not set */
    EnvironmentDefaults(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String value = environment.apply(variable(option.longestName()));
        return value == null || value.isBlank() ? null : value;
    }

    private static String variable(String option) {
        return "TRANCHE_" + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
