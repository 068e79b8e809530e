package tranche.engines.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to run beside this JVM.
 *
 * @param command program and arguments
 * @param environment added to this JVM's own
 * @param folder its working folder
 * @param output takes standard output and standard error; emptied at each start
 * @param lastSignal what the kernel sends when this JVM is gone, for instance {@code INT}
 * @param refusesRoot whether the program will not run as root
 */
public record Program(
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path output,
        String lastSignal,
        boolean refusesRoot) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
