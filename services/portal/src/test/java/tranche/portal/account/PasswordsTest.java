package tranche.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_its_own_hash_alone_however_it_was_hashed() {
        String chosen = passwords.hash("chosen by a person");
        String random = passwords.hashRandom("3q2-7wAAqYk1x0f5s9bTzA");

        assertThat(passwords.matches("chosen by a person", Optional.of(chosen))).isTrue();
        assertThat(passwords.matches("3q2-7wAAqYk1x0f5s9bTzA", Optional.of(random)))
                .isTrue();
        assertThat(passwords.matches("3q2-7wAAqYk1x0f5s9bTzA", Optional.of(chosen)))
                .isFalse();
        assertThat(passwords.matches("chosen by a person", Optional.of(random))).isFalse();
        assertThat(passwords.matches("nobody has this password", Optional.empty()))
                .isFalse();
    }

    @Test
    void what_a_person_chooses_is_hashed_slowly() {
        assertThat(passwords.hash("chosen by a person")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
