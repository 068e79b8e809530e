package tranche.notifications.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A mail host that does what real ones do on bad days. It keeps what was sent to it up to the dot, whatever it then says. */
final class MoodyMailHost implements AutoCloseable {

    /** How it takes the next mails. */
    enum Mood {
        FRIENDLY,
        /** Says nothing. */
        HANGING,
        /** {@code 451} after the dot. */
        BUSY,
        /** {@code 550} to the recipient. */
        UNKNOWN_RECIPIENT,
        /** {@code 550} to the sender: it says nothing of the address. */
        UNKNOWN_SENDER,
        /** {@code 554} to every recipient: it does not let us send. */
        DENYING,
        /** Takes the mail, and the line breaks before its answer. */
        LOSING_ANSWERS
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood = Mood.FRIENDLY;
    private volatile int connections;

    MoodyMailHost() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    connections++;
                    Thread.ofVirtual().start(() -> talk(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    void become(Mood next) {
        mood = next;
    }

    int connections() {
        return connections;
    }

    /** Mails in the order of their dots, each as it came. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    private void talk(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = socket.getOutputStream();
            hang();
            say(out, "220 moody");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                hang();
                String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (command.equals("DATA")) {
                    say(out, "354 go on");
                    mails.add(mail(in));
                    if (mood == Mood.LOSING_ANSWERS) {
                        return;
                    }
                    say(out, mood == Mood.BUSY ? "451 4.3.2 later, zoe@example.org" : "250 2.0.0 taken");
                } else if (command.equals("RCPT") && mood == Mood.UNKNOWN_RECIPIENT) {
                    say(out, "550 5.1.1 nobody is zoe@example.org");
                } else if (command.equals("RCPT") && mood == Mood.DENYING) {
                    say(out, "554 5.7.1 relay access denied");
                } else if (command.equals("MAIL") && mood == Mood.UNKNOWN_SENDER) {
                    say(out, "550 5.7.1 not from here");
                } else {
                    say(out, command.equals("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException gone) {
            // The other side went.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void hang() throws InterruptedException {
        if (mood == Mood.HANGING) {
            end.await();
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
    }
}
