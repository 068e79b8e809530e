package tranche.portal.frontdoor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.frontdoor.domain.Route.Service;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "commitments, COMMITMENTS",
        "commitments/0196a1d2-0000-7000-8000-000000000001/acceptance, COMMITMENTS",
        "programmes, COMMITMENTS",
        "journal, COMMITMENTS",
        "projects, MILESTONES",
        "milestones/1/evidence, MILESTONES",
        "evidence/0a, MILESTONES",
        "outcomes/measurements, MILESTONES",
        "recipients, NOTIFICATIONS",
        "alerts/stream, NOTIFICATIONS",
        "webhook-endpoints, NOTIFICATIONS",
        "audit/events, COMMITMENTS",
        "approvals, COMMITMENTS",
        "documents, COMMITMENTS",
        "documents/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, COMMITMENTS",
        "imports, COMMITMENTS"
    })
    void a_path_goes_by_its_first_segment(String path, Service service) {
        assertThat(route(path)).isEqualTo(new Route.To(List.of(service)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "accounts/1/grants", "grants/1/withdrawal", "api-keys", "openapi.yaml"})
    void accounts_grants_and_keys_are_the_portals_own(String path) {
        assertThat(route(path)).isEqualTo(new Route.Own());
    }

    @Test
    void what_every_service_has_goes_by_the_service_that_is_named() {
        assertThat(Route.of("/api/v1/approvals", Optional.of("portal"), Optional.empty()))
                .isEqualTo(new Route.Own());
        assertThat(Route.of("/api/v1/audit/events", Optional.of("milestones"), Optional.empty()))
                .isEqualTo(new Route.To(List.of(Service.MILESTONES)));
        assertThat(Route.of("/api/v1/audit/events", Optional.of("nobody"), Optional.empty()))
                .isEqualTo(new Route.Nowhere());
    }

    @Test
    void an_approval_that_names_no_service_is_looked_for_here_first() {
        UUID id = UUID.fromString("0196a1d2-0000-7000-8000-000000000001");

        assertThat(route("approvals/" + id + "/approval"))
                .isEqualTo(new Route.OwnIfKnown(id, List.of(Service.COMMITMENTS, Service.MILESTONES)));
        assertThat(route("approvals/no-id/approval")).isEqualTo(new Route.To(List.of(Service.COMMITMENTS)));
    }

    @Test
    void an_import_goes_by_its_kind_and_is_asked_for_everywhere() {
        assertThat(Route.of("/api/v1/imports", Optional.empty(), Optional.of("projects")))
                .isEqualTo(new Route.To(List.of(Service.MILESTONES)));
        assertThat(Route.of("/api/v1/imports", Optional.empty(), Optional.of("camt053")))
                .isEqualTo(new Route.To(List.of(Service.COMMITMENTS)));
        assertThat(route("imports/1")).isEqualTo(new Route.To(List.of(Service.COMMITMENTS, Service.MILESTONES)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commitments/../accounts",
                "commitments/./x",
                "commitments/%2e%2e/accounts",
                "commitments%2Fx",
                "commitments/%5cx",
                "commitments/%0d%0aHost:x",
                "commitments//x",
                "commitments/",
                "",
                "commitments/%zz",
                "commitments/é"
            })
    void a_path_that_could_be_read_in_two_ways_goes_nowhere(String path) {
        assertThat(route(path)).isEqualTo(new Route.Nowhere());
    }

    @Test
    void only_imports_documents_and_evidence_take_files() {
        assertThat(Route.takesFiles("/api/v1/imports")).isTrue();
        assertThat(Route.takesFiles("/api/v1/documents")).isTrue();
        assertThat(Route.takesFiles("/api/v1/milestones/1/evidence")).isTrue();
        assertThat(Route.takesFiles("/api/v1/importsx")).isFalse();
        assertThat(Route.takesFiles("/api/v1/commitments")).isFalse();
    }

    @Test
    void credentials_and_headers_of_the_connection_stay_outside() {
        assertThat(Manners.inwards(Map.of(
                        "Authorization", List.of("Bearer trk_x"),
                        "Cookie", List.of("tranche_session=x"),
                        "X-CSRF-Token", List.of("x"),
                        "X-Forwarded-For", List.of("10.0.0.1"),
                        "Forwarded", List.of("for=10.0.0.1"),
                        "Host", List.of("elsewhere"),
                        "Transfer-Encoding", List.of("chunked"),
                        "Accept-Language", List.of("fr"),
                        "If-Match", List.of("\"1\""),
                        "traceparent", List.of("00-x\r\nHost: elsewhere"))))
                .isEqualTo(Map.of("accept-language", List.of("fr"), "if-match", List.of("\"1\"")));
    }

    @Test
    void what_a_reply_says_of_its_own_hop_ends_there() {
        assertThat(Manners.outwards(Map.of(
                        "Connection", List.of("keep-alive, X-Hop"),
                        "X-Hop", List.of("1"),
                        "Set-Cookie", List.of("a=b"),
                        "Server", List.of("s"),
                        "Transfer-Encoding", List.of("chunked"),
                        "ETag", List.of("\"1\""),
                        "Link", List.of("<a>; rel=next", "<b>; rel=x"))))
                .isEqualTo(Map.of("etag", List.of("\"1\""), "link", List.of("<a>; rel=next", "<b>; rel=x")));
    }

    private static Route route(String path) {
        return Route.of("/api/v1/" + path, Optional.empty(), Optional.empty());
    }
}
