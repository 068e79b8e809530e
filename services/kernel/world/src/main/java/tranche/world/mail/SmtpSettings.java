package tranche.world.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a mail host is and how it is spoken to.
 *
 * @param login where the host asks for one; it is sent over TLS alone
 * @param patience how long one answer of the host may take
 */
public record SmtpSettings(String host, int port, Optional<Login> login, Duration patience) {

    /** A name and its password. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
