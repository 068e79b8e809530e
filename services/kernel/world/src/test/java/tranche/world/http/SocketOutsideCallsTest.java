package tranche.world.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.world.http.OutsideCalls.Reason;
import tranche.world.http.OutsideCalls.Result;
import tranche.world.http.OutsideCalls.Result.Answered;
import tranche.world.http.OutsideCalls.Result.Unanswered;

@DisplayName("A call to a stranger")
class SocketOutsideCallsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final OutsideCalls calls = new SocketOutsideCalls(true, Optional.empty());
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    /** What the other side does once the request has come. */
    private interface Stranger {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        calls.close();
        server.close();
    }

    private void met(Stranger stranger) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    heads.add(head(socket.getInputStream()));
                    stranger.answer(socket.getOutputStream());
                } catch (IOException gone) {
                    // The caller, or the test, has ended.
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        in.readNBytes("body".length());
        return head.toString();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private Result call(Duration limit) throws InterruptedException {
        return calls.post(
                URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook"),
                Map.of("webhook-id", "1"),
                "body".getBytes(StandardCharsets.US_ASCII),
                limit);
    }

    @Test
    void is_sent_once_with_its_headers_and_no_cookie_or_packing() throws InterruptedException {
        met(out -> say(out, "HTTP/1.1 503 Later\r\nRetry-After: 7\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"));

        assertThat(call(LONG)).isEqualTo(new Answered(503, Optional.of("7")));
        assertThat(call(LONG)).isEqualTo(new Answered(503, Optional.of("7")));
        assertThat(heads)
                .hasSize(2)
                .allSatisfy(head -> assertThat(head)
                        .startsWith("POST /hook HTTP/1.1")
                        .contains("webhook-id: 1", "User-Agent: Tranche", "Content-Type: application/json")
                        .doesNotContain("Cookie", "Accept-Encoding"));
    }

    @Test
    void does_not_follow_where_it_is_sent_on() throws InterruptedException {
        met(out -> say(out, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"));

        assertThat(call(LONG)).isEqualTo(new Answered(302, Optional.empty()));
        assertThat(heads).hasSize(1);
    }

    @Test
    void ends_in_time_where_nobody_answers() throws InterruptedException {
        met(_ -> end.await());
        assertThat(call(SHORT)).isEqualTo(new Unanswered(Reason.TIMEOUT));
    }

    @Test
    void counts_a_status_whose_body_never_ends() throws InterruptedException {
        met(out -> {
            say(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
            end.await();
        });
        assertThat(call(SHORT)).isEqualTo(new Answered(200, Optional.empty()));
    }

    @Test
    void reads_no_more_than_the_beginning_of_a_long_answer() throws InterruptedException {
        met(out -> {
            say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
            out.write(new byte[1 << 17]);
            end.await();
        });
        assertThat(call(LONG)).isEqualTo(new Answered(200, Optional.empty()));
    }

    @Test
    void tells_a_broken_connection_from_one_that_was_never_made() throws InterruptedException, IOException {
        met(_ -> {});
        assertThat(call(LONG)).isEqualTo(new Unanswered(Reason.CONNECTION_LOST));
        server.close();
        assertThat(call(LONG)).isEqualTo(new Unanswered(Reason.CONNECTION_REFUSED));
    }

    @Test
    @DisplayName("F28: reaches nothing on this machine unless it is allowed, whatever the name")
    void reaches_nothing_private() throws InterruptedException {
        try (OutsideCalls guarded = new SocketOutsideCalls(false, Optional.empty())) {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "2130706433", "[::ffff:127.0.0.1]")) {
                assertThat(guarded.post(
                                URI.create("http://" + host + ":" + server.getLocalPort() + "/"),
                                Map.of(),
                                new byte[0],
                                LONG))
                        .as(host)
                        .isEqualTo(new Unanswered(Reason.ADDRESS_NOT_PUBLIC));
            }
        }
    }

    @Test
    void reaches_the_operators_own_receiver_and_nothing_beside_it() throws InterruptedException, IOException {
        met(out -> say(out, "HTTP/1.1 204 No Content\r\n\r\n"));
        URI own = URI.create("http://localhost:" + server.getLocalPort());
        try (ServerSocket beside = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                OutsideCalls guarded = new SocketOutsideCalls(false, Optional.of(own))) {
            assertThat(guarded.allowsPrivate(own.resolve("/hooks"))).isTrue();
            assertThat(guarded.post(own.resolve("/hooks"), Map.of(), "body".getBytes(StandardCharsets.UTF_8), LONG))
                    .isEqualTo(new Answered(204, Optional.empty()));
            for (String other : List.of(
                    "http://localhost:" + beside.getLocalPort() + "/hooks",
                    "http://127.0.0.1:" + server.getLocalPort() + "/hooks",
                    "https://localhost:" + server.getLocalPort() + "/hooks",
                    "http://me@localhost:" + server.getLocalPort() + "/hooks")) {
                assertThat(guarded.allowsPrivate(URI.create(other))).as(other).isFalse();
            }
            assertThat(guarded.post(
                            URI.create("http://localhost:" + beside.getLocalPort() + "/"), Map.of(), new byte[0], LONG))
                    .isEqualTo(new Unanswered(Reason.ADDRESS_NOT_PUBLIC));
        }
    }

    @Test
    @DisplayName("F28: the metadata of clouds and many at once are not reached even where private networks are allowed")
    void allows_no_more_than_is_near() throws InterruptedException {
        for (String host :
                List.of("169.254.169.254", "[fe80::1]", "0.0.0.0", "224.0.0.1", "[::ffff:169.254.169.254]")) {
            assertThat(calls.post(URI.create("http://" + host + "/"), Map.of(), new byte[0], LONG))
                    .as(host)
                    .isEqualTo(new Unanswered(Reason.ADDRESS_NOT_PUBLIC));
        }
    }
}
