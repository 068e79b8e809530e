package tranche.world.mail;

import java.util.OptionalInt;

/** Stands where no mail host is named: mails wait for one. */
public final class NoMailHost implements MailHost {

    @Override
    public Answer send(Mail mail) {
        return new Answer.Later("no-mail-host", OptionalInt.empty());
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
