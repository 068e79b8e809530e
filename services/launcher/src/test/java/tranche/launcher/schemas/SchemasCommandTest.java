package tranche.launcher.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("./tranche schemas")
class SchemasCommandTest {

    private static final String EVENT = """
            namespace tranche.test;
            import idl "common.avdl";
            record Happened { tranche.Head head; string? why = null; }
            """;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void one_event_in_force() throws IOException {
        Files.createDirectory(folder.resolve("events"));
        Files.copy(Path.of("../../schemas/events/common.avdl"), folder.resolve("events/common.avdl"));
        inForce(EVENT);
    }

    @Test
    void says_that_nothing_is_frozen_yet() {
        assertThat(run()).isZero();
        assertThat(said).hasToString("1 event types; no release is frozen yet, so there is nothing to break.\n");
    }

    @Test
    void agrees_with_what_it_froze_just_now() {
        assertThat(run("--freeze", "1.0.0")).isZero();
        assertThat(folder.resolve("released/1.0.0/tranche.test.Happened.avsc")).isRegularFile();

        assertThat(run()).isZero();
        assertThat(said.toString()).endsWith("1 event types agree with 1.0.0.\n");
    }

    @Test
    void ends_with_1_and_names_what_broke() throws IOException {
        run("--freeze", "1.0.0");
        inForce(EVENT.replace("why", "reason"));

        assertThat(run()).isEqualTo(1);
        assertThat(said.toString()).contains("tranche.test.Happened why FIELD_REMOVED, against 1.0.0");
    }

    @Test
    void holds_against_every_release_and_not_the_last_only() throws IOException {
        run("--freeze", "1.0.0");
        Files.createDirectory(folder.resolve("released/2.0.0"));
        Files.writeString(folder.resolve("released/2.0.0/tranche.test.Happened.avsc"), """
                {"type": "record", "name": "Happened", "namespace": "tranche.test", "fields": []}""");
        inForce(EVENT.replace("string? why = null;", ""));

        assertThat(run()).isEqualTo(1);
        assertThat(said.toString()).contains("against 1.0.0");
    }

    @Test
    void freezes_nothing_while_something_is_broken() throws IOException {
        run("--freeze", "1.0.0");
        inForce(EVENT.replace("why", "reason"));

        assertThat(run("--freeze", "1.1.0")).isEqualTo(1);
        assertThat(folder.resolve("released/1.1.0")).doesNotExist();
    }

    @Test
    void freezes_a_release_once_and_for_good() {
        run("--freeze", "1.0.0");

        assertThat(run("--freeze", "1.0.0")).isEqualTo(2);
    }

    @Test
    void ends_with_2_where_a_file_cannot_be_understood() throws IOException {
        inForce("record record record");

        assertThat(run()).isEqualTo(2);
        assertThat(said.toString()).contains("test.avdl");
    }

    @Test
    void ends_with_2_where_there_is_nothing_to_check() throws IOException {
        Files.delete(folder.resolve("events/test.avdl"));

        assertThat(run()).isEqualTo(2);
    }

    private void inForce(String idl) throws IOException {
        Files.writeString(folder.resolve("events/test.avdl"), idl);
    }

    private int run(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        CommandLine line = new CommandLine(new SchemasCommand()).setOut(out).setErr(out);
        String[] all = new String[arguments.length + 2];
        all[0] = "--folder";
        all[1] = folder.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return line.execute(all);
    }
}
