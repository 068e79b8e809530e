package tranche.world.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketHttpCallsTest {

    private final HttpCalls calls = new SocketHttpCalls(Duration.ofSeconds(2));
    private HttpServer server;

    @BeforeEach
    void startsTheOtherSide() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Method", exchange.getRequestMethod());
            exchange.getResponseHeaders()
                    .add("X-Said", String.valueOf(exchange.getRequestHeaders().getFirst("X-Say")));
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/echo");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stops() {
        calls.close();
        server.stop(0);
    }

    @Test
    void what_is_sent_arrives_and_what_is_answered_comes_back() throws Exception {
        HttpReply reply = calls.send(new HttpCall(
                        "PATCH",
                        at("/echo"),
                        Map.of("X-Say", List.of("hello")),
                        new HttpCall.Payload.Whole(bytes("body")),
                        Duration.ofSeconds(5)))
                .get();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("x-method")).contains("PATCH");
        assertThat(reply.header("x-said")).contains("hello");
        assertThat(reply.announcedLength()).isEqualTo(OptionalLong.of(4));
        assertThat(reply.whole(4).get()).isEqualTo(bytes("body"));
    }

    @Test
    void a_body_is_sent_while_it_comes_in() throws Exception {
        PipedInputStream content = new PipedInputStream();
        try (PipedOutputStream comingIn = new PipedOutputStream(content)) {
            CompletableFuture<HttpReply> reply = calls.send(new HttpCall(
                    "POST",
                    at("/echo"),
                    Map.of(),
                    new HttpCall.Payload.Streamed(content, OptionalLong.empty()),
                    Duration.ofSeconds(5)));
            comingIn.write(bytes("one "));
            comingIn.write(bytes("two"));
            comingIn.close();

            assertThat(reply.get().whole(100).get()).isEqualTo(bytes("one two"));
        }
    }

    @Test
    void a_reply_can_be_read_while_it_comes() throws Exception {
        HttpReply reply = calls.send(new HttpCall(
                        "POST",
                        at("/echo"),
                        Map.of(),
                        new HttpCall.Payload.Streamed(new ByteArrayInputStream(bytes("12345")), OptionalLong.of(5)),
                        Duration.ofSeconds(5)))
                .get();

        try (InputStream body = reply.stream(Duration.ofSeconds(5))) {
            assertThat(body.readAllBytes()).isEqualTo(bytes("12345"));
        }
    }

    @Test
    void a_body_one_byte_over_the_limit_is_not_read() throws Exception {
        HttpReply reply = calls.send(new HttpCall(
                        "POST",
                        at("/echo"),
                        Map.of(),
                        new HttpCall.Payload.Whole(bytes("12345")),
                        Duration.ofSeconds(5)))
                .get();

        assertThatThrownBy(() -> reply.whole(4).get()).hasCauseInstanceOf(HttpCalls.NoReply.class);
    }

    @Test
    void a_redirect_is_answered_and_not_followed() throws Exception {
        assertThat(calls.send(get("/moved")).get().status()).isEqualTo(302);
    }

    @Test
    void nobody_there_is_told_apart_from_no_answer() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free + "/");
        assertThatThrownBy(() -> calls.send(get(nobody)).get()).hasCauseInstanceOf(HttpCalls.NotSent.class);

        try (ServerSocket hangsUp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI rude = URI.create("http://127.0.0.1:" + hangsUp.getLocalPort() + "/");
            CompletableFuture<HttpReply> reply = calls.send(new HttpCall(
                    "POST", rude, Map.of(), new HttpCall.Payload.Whole(bytes("x")), Duration.ofSeconds(5)));
            try (Socket accepted = hangsUp.accept()) {
                assertThat(accepted.getInputStream().read()).isEqualTo('P');
            }
            assertThatThrownBy(reply::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(HttpCalls.NoReply.class);
        }
    }

    @Test
    void a_reply_that_takes_too_long_is_no_reply() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            HttpCall call = new HttpCall("GET", uri, Map.of(), new HttpCall.Payload.None(), Duration.ofMillis(200));

            assertThatThrownBy(() -> calls.send(call).get()).hasCauseInstanceOf(HttpCalls.NoReply.class);
        }
    }

    private HttpCall get(String path) {
        return get(at(path));
    }

    private static HttpCall get(URI uri) {
        return new HttpCall("GET", uri, Map.of(), new HttpCall.Payload.None(), Duration.ofSeconds(5));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
