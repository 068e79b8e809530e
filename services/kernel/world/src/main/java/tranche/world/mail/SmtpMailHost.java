package tranche.world.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tranche.world.Failpoint;

/**
 * A mail host that speaks SMTP. It is spoken to over TLS wherever it offers it, and always where a password is sent.
 *
 * <p>A refusal counts against the address only where the host has refused the address or the mail itself; a host that
 * refuses the sender, the login or the connection says something of this deployment, and is asked again.
 */
public final class SmtpMailHost implements MailHost {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailHost.class);

    /** Hosts dislike more from one sender. */
    private static final int MOST_CONNECTIONS = 4;

    /** Hosts end a connection that sends on and on; this one ends first. */
    private static final int MOST_MAILS = 100;

    private static final int PERMANENT = 500;

    /** The line broke, or was never there: what became of the mail is not known. */
    private static final String NO_ANSWER = "no-answer";

    /** An enhanced status code of RFC 3463. */
    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private final SmtpSettings settings;
    private final Session session;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final Deque<Line> idle = new ArrayDeque<>();
    private boolean closed;

    /** A connection and how many mails it has carried. */
    private record Line(Transport transport, int carried) {}

    public SmtpMailHost(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(SmtpSettings settings) {
        String millis = Long.toString(settings.patience().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put(
                "mail.smtp.starttls.required", Boolean.toString(settings.login().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        // One step less for each connection, and no name of this machine told to others.
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public Answer send(Mail mail) {
        MailMessage message;
        try {
            message = MailMessage.of(session, mail);
        } catch (AddressException unreadable) {
            return new Answer.Refused("no-address", OptionalInt.empty());
        } catch (MessagingException unwritable) {
            throw new IllegalStateException("a mail of checked parts is writable", unwritable);
        }
        try {
            if (!places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Answer.Later("host-busy", OptionalInt.empty());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Later("stopped", OptionalInt.empty());
        }
        try {
            return carried(message);
        } finally {
            places.release();
        }
    }

    private Answer carried(MailMessage message) {
        Line line = null;
        try {
            line = line();
            line.transport().sendMessage(message, message.getAllRecipients());
            // From here on the host has it, whether we know that or not.
            Failpoint.at("mail.taken");
            keep(new Line(line.transport(), line.carried() + 1));
            return new Answer.Taken();
        } catch (MessagingException failed) {
            Answer answer = answer(failed);
            if (line != null && answer instanceof Answer.Refused) {
                keep(new Line(line.transport(), line.carried() + 1));
            } else if (line != null) {
                close(line.transport());
            }
            return answer;
        }
    }

    private Line line() throws MessagingException {
        Line kept;
        synchronized (idle) {
            kept = idle.poll();
        }
        if (kept != null && kept.transport().isConnected()) {
            return kept;
        }
        Transport transport = session.getTransport("smtp");
        transport.connect(
                settings.host(),
                settings.port(),
                settings.login().map(SmtpSettings.Login::user).orElse(null),
                settings.login().map(SmtpSettings.Login::password).orElse(null));
        return new Line(transport, 0);
    }

    private void keep(Line line) {
        synchronized (idle) {
            if (!closed && line.carried() < MOST_MAILS) {
                idle.push(line);
                return;
            }
        }
        close(line.transport());
    }

    /** The host's own answer is anywhere in the chain; where there is none, it did not answer. */
    private static Answer answer(MessagingException failed) {
        @Nullable Exception next = failed;
        while (next != null) {
            if (next instanceof SMTPAddressFailedException address) {
                return answer("recipient", address.getReturnCode(), address.getMessage(), true);
            }
            if (next instanceof SMTPSenderFailedException sender) {
                return answer("sender", sender.getReturnCode(), sender.getMessage(), false);
            }
            Exception deeper = next instanceof MessagingException chained ? chained.getNextException() : null;
            if (deeper == null && next instanceof SMTPSendFailedException send) {
                boolean isOfTheMail = !send.getCommand().startsWith("MAIL");
                return answer(isOfTheMail ? "content" : "sender", send.getReturnCode(), send.getMessage(), isOfTheMail);
            }
            next = deeper;
        }
        return new Answer.Later(
                failed.getCause() instanceof SocketTimeoutException ? "timeout" : NO_ANSWER, OptionalInt.empty());
    }

    private static Answer answer(String of, int code, @Nullable String words, boolean isOfTheMail) {
        if (code <= 0) {
            return new Answer.Later(NO_ANSWER, OptionalInt.empty());
        }
        Matcher enhanced = ENHANCED.matcher(words == null ? "" : words);
        String reason = of + "-refused" + (enhanced.find() ? " " + enhanced.group() : "");
        OptionalInt told = OptionalInt.of(code);
        // A host that does not let us send says nothing of the address (RFC 3463, 5.7: security and policy).
        boolean isOfPolicy = reason.contains(" 5.7.");
        return isOfTheMail && !isOfPolicy && code >= PERMANENT
                ? new Answer.Refused(reason, told)
                : new Answer.Later(reason, told);
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("a connection to the mail host was gone already");
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(line -> close(line.transport()));
            idle.clear();
        }
    }
}
