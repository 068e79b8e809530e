package tranche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script on machines that lack something: a copy of it in a folder of its own, with the tools that a test gives it. */
class ScriptTest {

    /** What the script calls, the JDK and Maven aside. */
    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "dirname",
            "readlink",
            "sed",
            "sort",
            "head",
            "cksum",
            "find",
            "xargs",
            "cat",
            "grep",
            "tee",
            "mktemp",
            "rm",
            "tr",
            "awk",
            "id");

    @TempDir
    private Path folder;

    private Path tools;

    @BeforeEach
    void copy() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path found = Stream.of("/usr/bin", "/bin")
                    .map(place -> Path.of(place, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            executable(tools.resolve(tool), "exec " + found + " \"$@\"");
        }
        Files.copy(Path.of("../../tranche"), folder.resolve("tranche"));
        for (String part : List.of(".mvn", "schemas", "services/launcher/target")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(folder.resolve("services/pom.xml"), "<project/>\n");
    }

    @Test
    void says_what_to_install_where_no_jdk_is_new_enough() throws Exception {
        Path old = jdk17();

        Ended ended = run(Map.of("JAVA_HOME", old.toString(), "TRANCHE_JDKS", old.toString()), "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said())
                .contains("no JDK 25 or newer was found")
                .contains("Temurin")
                .contains("JAVA_HOME is " + old + ", which is a JDK 17.");
    }

    @Test
    @DisplayName("passes by an older JDK that JAVA_HOME names, and then misses Maven")
    void says_what_to_install_where_there_is_no_maven() throws Exception {
        Ended ended =
                run(Map.of("JAVA_HOME", jdk17().toString(), "TRANCHE_JDKS", System.getProperty("java.home")), "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("Maven was not found").contains("Install Maven 3.8.6 or newer");
    }

    @Test
    void refuses_a_maven_that_is_too_old() throws Exception {
        maven("echo 'Apache Maven 3.8.5 (abc)'");

        Ended ended = run(withJdk(), "up");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("Maven 3.8.5 is too old");
    }

    @Test
    void tells_why_a_build_failed_and_builds_again_the_next_time() throws Exception {
        maven("case \"$*\" in *-v*) echo 'Apache Maven 3.9.11 (abc)' ;; *) echo '[ERROR] no such symbol'; exit 1 ;;"
                + " esac");

        for (int time = 1; time <= 2; time++) {
            Ended ended = run(withJdk(), "up");
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.said()).contains("[ERROR] no such symbol").contains("the build failed");
        }
    }

    @Test
    @DisplayName("explains itself on one screen, needing neither JDK nor Maven")
    void explains_itself_on_one_screen() throws Exception {
        Ended ended = run(Map.of(), "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.said().lines()).hasSizeLessThanOrEqualTo(30);
        assertThat(ended.said().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(ended.said())
                .contains("up ", "test ", "verify ", "check ", "import ", "schemas ", "token ")
                .contains("--demo", "--data", "--port", "--ready-file", "--wait-demo", "--only")
                .contains("--kafka", "--postgres", "--registry");
    }

    @Test
    @DisplayName("explains a call before anything is built as far as it can, and builds nothing for it")
    void explains_a_call_before_anything_is_built() throws Exception {
        assertThat(run(Map.of(), "up", "--help")).isEqualTo(run(Map.of(), "--help"));
    }

    @Test
    void refuses_a_call_that_there_is_not() throws Exception {
        assertThat(run(Map.of(), "upp")).isEqualTo(new Ended(2, """
            tranche: there is no call 'upp'.
            tranche: ./tranche --help lists the calls.
            """));
        assertThat(run(Map.of(), "test", "--quick").code()).isEqualTo(2);
    }

    private record Ended(int code, String said) {}

    private Ended run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                tools.resolve("bash").toString(),
                                folder.resolve("tranche").toString()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", tools.toString(), "HOME", folder.toString(), "LC_ALL", "C.UTF-8", "TRANCHE_JDKS", ""));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said).isTrue();
        return new Ended(process.exitValue(), said);
    }

    private static Map<String, String> withJdk() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    private Path jdk17() throws IOException {
        Path home = folder.resolve("jdk-17");
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/javac"), "exit 1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.13\"\n");
        return home;
    }

    private void maven(String does) throws IOException {
        executable(tools.resolve("mvn"), does);
    }

    private static void executable(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
