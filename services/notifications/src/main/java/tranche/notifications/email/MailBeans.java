package tranche.notifications.email;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import tranche.world.mail.MailHost;
import tranche.world.mail.NoMailHost;
import tranche.world.mail.SmtpMailHost;
import tranche.world.mail.SmtpSettings;

/** The mail host of the deployment; where none is named, mails wait for one. */
@Factory
final class MailBeans {

    @Singleton
    @Bean(preDestroy = "close")
    MailHost mailHost(
            @Value("${tranche.smtp.host:}") String host,
            @Value("${tranche.smtp.port:25}") int port,
            @Value("${tranche.smtp.user:}") String user,
            @Value("${tranche.smtp.password:}") String password,
            @Value("${tranche.smtp.patience-seconds:10}") int patienceSeconds) {
        if (host.isEmpty()) {
            return new NoMailHost();
        }
        Optional<SmtpSettings.Login> login =
                user.isEmpty() ? Optional.empty() : Optional.of(new SmtpSettings.Login(user, password));
        return new SmtpMailHost(new SmtpSettings(host, port, login, Duration.ofSeconds(patienceSeconds)));
    }
}
