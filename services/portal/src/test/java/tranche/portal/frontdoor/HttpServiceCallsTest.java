package tranche.portal.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.portal.PortalProcess;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

class HttpServiceCallsTest {

    private static final Actor EVA =
            new Actor(new UUID(1, 2), new UUID(3, 4), new Access(List.of(new Grant(Role.APPROVER, Scope.DEPLOYMENT))));

    @Test
    void a_page_asks_in_the_name_of_its_visitor_and_is_told_when_nobody_answers() {
        try (PortalProcess portal = PortalProcess.demo()) {
            ServiceCalls calls = portal.bean(ServiceCalls.class);

            ServiceReply read = calls.get(EVA, Locale.FRENCH, "/commitments?state=DRAFT");
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.text("account")).contains(EVA.account().toString());
            assertThat(read.text("target")).contains("/api/v1/commitments?state=DRAFT");
            assertThat(headers(read).get("accept-language")).isEqualTo(List.of("fr"));

            ServiceReply written = calls.send(
                    EVA,
                    Locale.ENGLISH,
                    "POST",
                    "/commitments/1/acceptance",
                    Map.of("closingDate", "2026-03-31"),
                    Optional.of("\"4\""),
                    "once");
            assertThat(written.succeeded()).isTrue();
            assertThat(written.body().get("roles")).isEqualTo(List.of("approver"));
            assertThat(headers(written).get("if-match")).isEqualTo(List.of("\"4\""));
            assertThat(headers(written).get("idempotency-key")).isEqualTo(List.of("once"));
            assertThat(written.body().get("length")).isEqualTo("{\"closingDate\":\"2026-03-31\"}".length());

            ServiceReply funds = calls.get(EVA, Locale.ENGLISH, "/funds");
            assertThat(funds.etag()).contains("\"7\"");
            assertThat(funds.position()).isPresent();
            assertThat(calls.get(EVA, Locale.ENGLISH, "/nothing").status()).isEqualTo(404);
            assertThatThrownBy(() -> calls.get(EVA, Locale.ENGLISH, "/accounts"))
                    .isInstanceOf(IllegalArgumentException.class);

            portal.stopUpstream();
            ServiceReply away = calls.get(EVA, Locale.ENGLISH, "/commitments");
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.body()).isEmpty();
        }
    }

    @SuppressWarnings("unchecked") // the stand-in writes headers as an object
    private static Map<String, Object> headers(ServiceReply reply) {
        return (Map<String, Object>)
                Optional.ofNullable(reply.body().get("headers")).orElseThrow();
    }
}
