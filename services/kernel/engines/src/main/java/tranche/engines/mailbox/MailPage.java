package tranche.engines.mailbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The mails as a page, and as JSON at {@code /messages}; what a webhook sends to {@code /hooks} is kept among them. */
final class MailPage implements AutoCloseable {

    /** The latest, on the page and in the JSON. */
    private static final int MOST = 200;

    private static final String HOOKS = "/hooks";

    private static final String HTML = "text/html; charset=utf-8";

    /** A mail's own markup shows in a frame in which nothing runs and from which nothing is fetched. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; frame-ancestors 'self'";

    private final HttpServer server;
    private final ExecutorService threads;
    private final KeptMails mails;

    private MailPage(HttpServer server, ExecutorService threads, KeptMails mails) {
        this.server = server;
        this.threads = threads;
        this.mails = mails;
    }

    static MailPage start(int port, KeptMails mails) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        MailPage page = new MailPage(server, Executors.newVirtualThreadPerTaskExecutor(), mails);
        server.setExecutor(page.threads);
        server.createContext("/", page::answer);
        server.start();
        return page;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST") && path.equals(HOOKS) && isOfThisMachine(exchange)) {
                send(exchange, take(exchange) ? 200 : 400, HTML, "");
            } else if (!exchange.getRequestMethod().equals("GET") || !isOfThisMachine(exchange)) {
                send(exchange, 404, HTML, MailMarkup.nothing());
            } else if (path.equals("/")) {
                send(exchange, 200, HTML, MailMarkup.list(latest()));
            } else if (path.equals("/messages")) {
                send(exchange, 200, "application/json", json(latest().reversed()));
            } else {
                one(exchange, path.substring(1));
            }
        }
    }

    private boolean take(HttpExchange exchange) throws IOException {
        Optional<byte[]> hook = KeptHook.asMail(
                "http://" + exchange.getRequestHeaders().getFirst("Host") + HOOKS,
                name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
                exchange.getRequestBody());
        if (hook.isPresent()) {
            mails.keep(hook.get());
        }
        return hook.isPresent();
    }

    private void one(HttpExchange exchange, String id) throws IOException {
        Optional<byte[]> mail = mails.find(id);
        if (mail.isPresent()) {
            send(exchange, 200, HTML, MailMarkup.one(ReadMail.of(id, mail.get())));
        } else {
            send(exchange, 404, HTML, MailMarkup.nothing());
        }
    }

    /** A page of elsewhere that has its name lead here does not get to read what lies here. */
    private static boolean isOfThisMachine(HttpExchange exchange) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("")
                .replaceFirst(":[0-9]+$", "");
        return List.of("localhost", "127.0.0.1").contains(host);
    }

    /** The last first. */
    private List<ReadMail> latest() throws IOException {
        List<String> ids = mails.ids();
        List<ReadMail> latest = new ArrayList<>();
        for (String id : ids.subList(Math.max(0, ids.size() - MOST), ids.size()).reversed()) {
            Optional<byte[]> mail = mails.find(id);
            if (mail.isPresent()) {
                latest.add(ReadMail.of(id, mail.get()));
            }
        }
        return latest;
    }

    private static String json(List<ReadMail> mails) {
        ArrayNode list = new ObjectMapper().createArrayNode();
        for (ReadMail mail : mails) {
            ObjectNode node = list.addObject()
                    .put("id", mail.id())
                    .put("to", mail.header("To"))
                    .put("subject", mail.header("Subject"));
            ObjectNode headers = node.putObject("headers");
            mail.headers().forEach(headers::put);
            node.put("text", mail.text()).put("html", mail.html());
        }
        return list.toString();
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
