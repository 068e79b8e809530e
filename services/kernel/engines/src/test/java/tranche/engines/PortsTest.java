package tranche.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void gives_no_port_twice_nor_one_that_the_system_gives_to_clients() {
        List<Integer> given = new ArrayList<>();
        for (int call = 0; call < 40; call++) {
            given.addAll(Ports.free(3));
        }

        assertThat(given)
                .doesNotHaveDuplicates()
                .allMatch(port -> port < 32_768)
                .allMatch(Ports::isFree);
    }

    @Test
    void gives_ports_in_a_row_past_one_that_is_taken() throws IOException {
        int taken = Ports.run(1) + 2;
        try (ServerSocket _ = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"))) {
            int first = Ports.run(5);

            assertThat(first).isGreaterThan(taken);
            assertThat(Ports.run(1)).isGreaterThanOrEqualTo(first + 5);
        }
    }

    @Test
    void gives_no_port_that_another_living_process_was_given() throws IOException {
        List<Integer> ours = Ports.free(20);
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Claimant.class.getName(),
                        Integer.toString(ours.getFirst()))
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(Integer.parseInt(said.strip()))
                .isGreaterThan(ours.getFirst())
                .isNotIn(ours);
    }

    /** Asks for a port, beginning with the one it is told. */
    static final class Claimant {
        public static void main(String... from) {
            Ports.beginAt(Integer.parseInt(from[0]));
            System.out.println(Ports.run(1));
        }
    }
}
