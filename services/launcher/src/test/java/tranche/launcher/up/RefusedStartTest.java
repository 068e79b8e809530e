package tranche.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be is told in a sentence, ends with 2, and leaves the folder as it was, to the byte. */
class RefusedStartTest {

    @TempDir
    private Path folder;

    @Test
    void a_port_in_use() throws IOException {
        Path data = aFolderOfOurs();
        int port = Launched.freePort();
        try (ServerSocket taken = new ServerSocket(port + 12, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(taken.isBound()).isTrue();
            assertRefused(data, port, "port " + (port + 12) + ", for Kafka, is in use");
            assertRefused(folder.resolve("not-there-yet"), port, "is in use");
        }
        assertThat(folder.resolve("not-there-yet")).doesNotExist();
    }

    @Test
    void a_port_in_use_on_the_address_to_listen_on() throws IOException {
        Path data = aFolderOfOurs();
        int port = Launched.freePort();
        try (ServerSocket taken = new ServerSocket(port + 2, 1, InetAddress.getByName("127.0.0.2"))) {
            assertThat(taken.isBound()).isTrue();
            String told = "port " + (port + 2) + ", for the service milestones, is in use";
            assertRefused(data, port, told, "--host", "127.0.0.2");
            assertRefused(data, port, told, "--host", "0.0.0.0");
        }
    }

    @Test
    void a_folder_of_a_newer_version() throws IOException {
        Path data = aFolderOfOurs();
        Files.writeString(data.resolve("version"), "2\n");

        assertRefused(data, Launched.freePort(), "made by a newer Tranche");
    }

    @Test
    void a_folder_of_somebody_else() throws IOException {
        Path data = Files.createDirectory(folder.resolve("home"));
        Files.writeString(data.resolve("letter.txt"), "Dear investor");

        assertRefused(data, Launched.freePort(), "not empty and no data folder of Tranche");
    }

    @Test
    void a_folder_that_cannot_be_made() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertRefused(folder.resolve("file/data"), Launched.freePort(), "file is a file");
        assertRefused(folder.resolve("file"), Launched.freePort(), "is a file, not a folder");
        assertRefused(Path.of("/proc/tranche"), Launched.freePort(), "/proc");
    }

    @Test
    void a_port_without_room_above_it() throws IOException {
        assertRefused(aFolderOfOurs(), 65_530, "--port 65530 leaves no room");
    }

    @Test
    void a_service_that_does_not_exist() throws IOException {
        assertRefused(
                aFolderOfOurs(),
                Launched.freePort(),
                "no service \"portals\"; there are commitments, milestones, notifications, portal",
                "--only",
                "commitments,portals");
    }

    @Test
    void a_server_that_does_not_answer() throws IOException {
        Path data = aFolderOfOurs();
        int port = Launched.freePort();

        assertRefused(
                Map.of(), data, port, "set TRANCHE_POSTGRES_USER", "--postgres", "postgresql://localhost:" + port);
        assertRefused(
                Map.of("TRANCHE_POSTGRES_USER", "somebody", "TRANCHE_POSTGRES_PASSWORD", "something"),
                data,
                port,
                "PostgreSQL at localhost:" + port + " cannot be used",
                "--postgres",
                "postgresql://localhost:" + port);
        assertRefused(Map.of(), data, port, "no address of a PostgreSQL server", "--postgres", "localhost:" + port);
    }

    @Test
    void a_demo_on_servers_of_another_machine() throws IOException {
        Path data = aFolderOfOurs();
        int port = Launched.freePort();

        assertRefused(data, port, "--kafka names 192.0.2.1", "--demo", "--kafka", "localhost:9092,192.0.2.1:9092");
        assertRefused(data, port, "--postgres names 192.0.2.1", "--demo", "--postgres", "postgresql://192.0.2.1");
        assertRefused(data, port, "--registry names 192.0.2.1", "--demo", "--registry", "http://192.0.2.1:8081");
        assertRefused(data, port, "--smtp names 192.0.2.1", "--demo", "--smtp", "192.0.2.1:25");
        assertRefused(data, port, "--smtp takes HOST:PORT", "--smtp", "mail.example.org");
    }

    @Test
    void addresses_that_are_none() throws IOException {
        Path data = aFolderOfOurs();
        int port = Launched.freePort();

        assertRefused(data, port, "--host names 0.0.0.0", "--demo", "--host", "0.0.0.0");
        assertRefused(data, port, "--origin takes addresses such as", "--origin", "tranche.example");
        assertRefused(data, port, "no service \"journal\"", "--peers", "journal=http://journal:8081");
        assertRefused(Map.of("TRANCHE_PEERS", "portal=portal:8080"), data, port, "--peers takes addresses such as");
    }

    private Path aFolderOfOurs() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("version"), "1\n");
        Files.writeString(data.resolve("lock"), "4711");
        Files.writeString(data.resolve("secrets"), "kafka.node=0123\n");
        return data;
    }

    private static void assertRefused(Path data, int port, String sentence, String... options) throws IOException {
        assertRefused(Map.of(), data, port, sentence, options);
    }

    private static void assertRefused(
            Map<String, String> environment, Path data, int port, String sentence, String... options)
            throws IOException {
        Map<String, String> before = bytes(data);
        try (Launched refused = Launched.up(environment, data, port, options)) {
            assertThat(refused.end()).as(refused.said()).isEqualTo(2);
            assertThat(refused.said())
                    .startsWith("tranche: ")
                    .contains(sentence)
                    .doesNotContain("Exception", "\tat ");
        }
        assertThat(bytes(data)).isEqualTo(before);
    }

    /** Every file below a folder with all it holds; nothing where there is no folder. */
    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    bytes.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return bytes;
    }
}
