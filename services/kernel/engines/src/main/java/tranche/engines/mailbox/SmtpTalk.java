package tranche.engines.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One sender's talk with the mailbox: as much of RFC 5321 as a sender needs. */
final class SmtpTalk {

    /** Longer than any mail of this product, which has no attachments. */
    private static final int MOST_BYTES = 10 << 20;

    /** RFC 5321, section 4.5.3.1.6, with room for what extensions add. */
    private static final int LONGEST_LINE = 4_096;

    private final InputStream in;
    private final OutputStream out;
    private final KeptMails mails;
    private boolean hasSender;
    private boolean hasRecipient;

    SmtpTalk(InputStream in, OutputStream out, KeptMails mails) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.mails = mails;
    }

    void run() throws IOException {
        say("220 localhost Tranche's mailbox");
        while (true) {
            Optional<String> line = line();
            if (line.isEmpty()) {
                return;
            }
            String command = line.get().split(" ", 2)[0].toUpperCase(Locale.ROOT);
            switch (command) {
                case "EHLO" -> say("250-localhost", "250-8BITMIME", "250 SIZE " + MOST_BYTES);
                case "HELO" -> say("250 localhost");
                case "MAIL" -> sender();
                case "RCPT" -> recipient();
                case "DATA" -> data();
                case "RSET" -> {
                    forget();
                    say("250 2.0.0 forgotten");
                }
                case "NOOP" -> say("250 2.0.0 here");
                case "QUIT" -> {
                    say("221 2.0.0 bye");
                    return;
                }
                default -> say("502 5.5.1 unknown");
            }
        }
    }

    private void sender() throws IOException {
        hasSender = true;
        hasRecipient = false;
        say("250 2.1.0 taken");
    }

    private void recipient() throws IOException {
        hasRecipient = hasSender;
        say(hasSender ? "250 2.1.5 taken" : "503 5.5.1 MAIL first");
    }

    private void data() throws IOException {
        if (!hasRecipient) {
            say("503 5.5.1 RCPT first");
            return;
        }
        say("354 go on");
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        boolean fits = true;
        while (true) {
            byte[] line = lineBytes(MOST_BYTES).orElseThrow(() -> new IOException("the sender went within a mail"));
            if (line.length == 1 && line[0] == '.') {
                break;
            }
            int from = line.length > 0 && line[0] == '.' ? 1 : 0;
            fits = fits && mail.size() + line.length <= MOST_BYTES;
            if (fits) {
                mail.write(line, from, line.length - from);
                mail.write('\r');
                mail.write('\n');
            }
        }
        forget();
        if (!fits) {
            say("552 5.3.4 too long");
            return;
        }
        mails.keep(mail.toByteArray());
        say("250 2.0.0 kept");
    }

    private void forget() {
        hasSender = false;
        hasRecipient = false;
    }

    private Optional<String> line() throws IOException {
        return lineBytes(LONGEST_LINE).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private Optional<byte[]> lineBytes(int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            if (line.size() >= most) {
                throw new IOException("a line without an end");
            }
            line.write(next);
            next = in.read();
        }
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return Optional.of(Arrays.copyOf(bytes, length));
    }

    private void say(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
