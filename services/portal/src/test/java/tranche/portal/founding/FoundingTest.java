package tranche.portal.founding;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.portal.PortalProcess.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.account.PasswordLinks;
import tranche.portal.account.PasswordSignIn;
import tranche.portal.account.domain.OpaqueSecret;
import tranche.portal.account.domain.PasswordRule.Weakness;
import tranche.portal.founding.domain.DemoAccount;
import tranche.values.actor.Role;

class FoundingTest {

    private static final String GOOD = "seven green lanterns";

    @Test
    void a_fresh_deployment_gives_a_link_until_a_password_is_set_and_only_the_newest_opens() {
        try (PortalProcess portal = PortalProcess.fresh()) {
            FirstAdmin first = portal.bean(FirstAdmin.class);
            PasswordLinks links = portal.bean(PasswordLinks.class);
            OpaqueSecret old = secret(first.link().orElseThrow().address());
            OpaqueSecret link = secret(first.link().orElseThrow().address());

            assertThat(links.holder(old)).isEmpty();
            assertThat(links.set(old, GOOD)).isInstanceOf(PasswordLinks.Result.Gone.class);
            assertThat(links.set(link, "too short")).isEqualTo(new PasswordLinks.Result.Weak(Weakness.TOO_SHORT));
            assertThat(portal.stands("account_link", link.text())).isFalse();
            assertThat(links.set(link, GOOD)).isInstanceOf(PasswordLinks.Result.Done.class);
            assertThat(links.set(link, "another good password")).isInstanceOf(PasswordLinks.Result.Gone.class);
            assertThat(first.link()).isEmpty();
            assertThat(portal.stands("account_password", "$argon2id$v=19$m=19456,t=2,p=1$"))
                    .isTrue();
            assertThat(portal.bean(PasswordSignIn.class).check(FirstAdmin.USERNAME, GOOD, "test"))
                    .isInstanceOf(PasswordSignIn.Result.Recognised.class);
        }
    }

    @Test
    void a_link_is_good_for_a_day() {
        try (PortalProcess portal = PortalProcess.fresh()) {
            OpaqueSecret link =
                    secret(portal.bean(FirstAdmin.class).link().orElseThrow().address());
            portal.sql("update account_link set expires_at = expires_at - interval '24 hours'");

            assertThat(portal.bean(PasswordLinks.class).set(link, GOOD)).isInstanceOf(PasswordLinks.Result.Gone.class);
        }
    }

    @Test
    void unknown_names_and_wrong_passwords_are_told_alike_and_guessing_is_held_back() {
        try (PortalProcess portal = PortalProcess.demo()) {
            PasswordSignIn signIn = portal.bean(PasswordSignIn.class);
            String right = portal.account("auditor", "password");

            assertThat(signIn.check("nobody", right, "a")).isEqualTo(signIn.check("auditor", "wrong", "a"));
            for (int i = 0; i < 7; i++) {
                signIn.check("auditor", "wrong", "a");
            }
            assertThat(signIn.check("auditor", right, "a")).isInstanceOf(PasswordSignIn.Result.TooMany.class);
            assertThat(signIn.check("auditor", right, "another address"))
                    .as("one guesser does not lock the person out")
                    .isInstanceOf(PasswordSignIn.Result.Recognised.class);

            portal.sql("update account set state = 'DISABLED' where username = 'admin'");
            assertThat(signIn.check("admin", portal.account("admin", "password"), "b"))
                    .isInstanceOf(PasswordSignIn.Result.Wrong.class);
        }
    }

    @Test
    void a_demo_has_an_account_for_each_role_and_keeps_it_over_a_restart() throws IOException {
        try (PortalProcess portal = PortalProcess.demo()) {
            Path file = portal.data().resolve("demo-accounts.json");
            JsonNode before = json(Files.readString(file));
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            for (Role role : Role.values()) {
                assertThat(before.path(role.code()).path("username").asText()).isEqualTo(role.code());
            }
            assertThat(before.path("kafka").path("username").asText()).isEqualTo("reader");
            assertThat(portal.get("investor", "/api/v1/commitments").statusCode())
                    .isEqualTo(200);

            UUID investor = UUID.randomUUID();
            portal.bean(DemoAccounts.class).bindInvestor(investor);
            portal.bean(DemoAccounts.class).prepare(Map.of());

            JsonNode after = json(Files.readString(file));
            assertThat(after.path("investor").path("investorId").asText()).isEqualTo(investor.toString());
            for (DemoAccount account : DemoAccount.ALL) {
                String name = account.username();
                assertThat(after.path(name).path("password"))
                        .isEqualTo(before.path(name).path("password"));
                assertThat(after.path(name).path("apiKey"))
                        .isEqualTo(before.path(name).path("apiKey"));
            }
            assertThat(after.path("kafka")).isEqualTo(before.path("kafka"));
            JsonNode grants = json(portal.get("investor", "/api/v1/grants")).path("items");
            assertThat(grants).hasSize(1);
            assertThat(grants.path(0).path("scope").path("investorId").asText()).isEqualTo(investor.toString());
        }
    }

    @Test
    void the_first_administrator_takes_first_steps_alone_and_grants_nothing_to_itself() {
        try (PortalProcess portal = PortalProcess.fresh()) {
            portal.bean(FirstAdmin.class).link();
            String key = portal.keyOf("admin");

            HttpResponse<String> made = portal.postWith(key, "/api/v1/accounts", "{\"name\":\"Second Person\"}");
            String second = json(made).path("id").asText();
            HttpResponse<String> given =
                    portal.postWith(key, "/api/v1/accounts/" + second + "/grants", "{\"role\":\"approver\"}");

            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(given.statusCode()).isEqualTo(201);
            assertThat(json(given).path("firstSteps").asBoolean()).isTrue();
            assertThat(json(given).path("state").asText()).isEqualTo("GIVEN");
            String own = json(portal.send(portal.with(key, "/api/v1/api-keys")))
                    .path("items")
                    .path(0)
                    .path("accountId")
                    .asText();
            assertThat(json(portal.postWith(key, "/api/v1/accounts/" + own + "/grants", "{\"role\":\"auditor\"}"))
                            .path("code")
                            .asText())
                    .isEqualTo("own-grant");
        }
    }

    private static OpaqueSecret secret(URI link) {
        String path = link.getPath();
        return new OpaqueSecret(path.substring(path.lastIndexOf('/') + 1));
    }
}
