package tranche.engines.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import tranche.engines.EngineException;

/**
 * Takes every mail, whoever it is for, and sends none on: what would have gone out lies in a folder and is read on a page.
 * It listens on this machine only.
 */
public final class Mailbox implements AutoCloseable {

    private final SmtpServer smtp;
    private final MailPage page;

    private Mailbox(SmtpServer smtp, MailPage page) {
        this.smtp = smtp;
        this.page = page;
    }

    /**
     * Starts it; it takes mails when this returns.
     *
     * @param folder where mails are kept, made where it is missing
     * @param smtpPort where mails come in, on 127.0.0.1
     * @param pagePort where they are read, on 127.0.0.1
     * @throws EngineException if it cannot be started
     */
    public static Mailbox start(Path folder, int smtpPort, int pagePort) {
        try {
            KeptMails mails = new KeptMails(folder);
            SmtpServer smtp = SmtpServer.start(smtpPort, mails);
            try {
                return new Mailbox(smtp, MailPage.start(pagePort, mails));
            } catch (IOException failed) {
                smtp.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new EngineException("The mailbox cannot be started: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        smtp.close();
        page.close();
    }
}
