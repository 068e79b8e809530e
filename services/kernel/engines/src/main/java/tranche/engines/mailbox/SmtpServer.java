package tranche.engines.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes connections of senders, each on a thread of its own. */
final class SmtpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

    /** RFC 5321, section 4.5.3.2.7. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    /** Many times what a thread takes to notice that it shall end. */
    private static final Duration LET_GO = Duration.ofSeconds(5);

    private static final int BACKLOG = 50;

    /** One service sends here, over a few connections. */
    private static final int MOST_CONNECTIONS = 64;

    private final ServerSocket server;
    private final KeptMails mails;
    private final Thread accepting;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private SmtpServer(ServerSocket server, KeptMails mails) {
        this.server = server;
        this.mails = mails;
        this.accepting = Thread.ofVirtual().name("mailbox").unstarted(this::accept);
    }

    static SmtpServer start(int port, KeptMails mails) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
        SmtpServer server = new SmtpServer(socket, mails);
        server.accepting.start();
        return server;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (open.size() >= MOST_CONNECTIONS) {
                    socket.close();
                    continue;
                }
                open.add(socket);
                Thread.ofVirtual().name("mailbox-talk").start(() -> talk(socket));
            } catch (IOException closed) {
                if (!server.isClosed()) {
                    LOG.warn("the mailbox takes no more connections: {}", closed.getMessage());
                    return;
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) SILENCE.toMillis());
            new SmtpTalk(socket.getInputStream(), socket.getOutputStream(), mails).run();
        } catch (IOException gone) {
            LOG.debug("a sender went: {}", gone.getMessage());
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
            // A virtual thread that waits for a connection holds the port until it has noticed.
            accepting.join(LET_GO);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            LOG.debug("the mailbox was closed already: {}", failed.getMessage());
        }
    }
}
