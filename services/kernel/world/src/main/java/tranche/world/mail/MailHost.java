package tranche.world.mail;

import java.util.OptionalInt;

/** Hands mails to a mail host; connections are kept and used again. */
public interface MailHost extends AutoCloseable {

    /**
     * Hands one mail over, and waits for the host's answer no longer than the host's limits. Nothing is sent a second time
     * here: whoever knows what was promised does so, with the same id.
     */
    Answer send(Mail mail);

    /** Closes the connections. */
    @Override
    void close();

    /**
     * What became of a mail. A reason is a code, for instance {@code recipient-refused 5.1.1}: hosts repeat addresses in their
     * words. The code of SMTP is there where the host has answered.
     */
    sealed interface Answer {

        /** The host has taken it. */
        record Taken() implements Answer {}

        /** It was not taken, or nobody knows whether it was: to be tried again. */
        record Later(String reason, OptionalInt code) implements Answer {}

        /** The host will never take it. */
        record Refused(String reason, OptionalInt code) implements Answer {}
    }
}
