package tranche.notifications.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;

@DisplayName("§2.8: an endpoint")
class EndpointsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID OWNER = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final EndpointCommand CREATE =
            new EndpointCommand.Create(ID, OWNER, URI.create("https://example.com/"), List.of("*"));

    private static Endpoints after(Endpoints before, EndpointCommand command, Instant at) {
        Endpoints state = before;
        for (EndpointEvent event : ((Decision.Accepted<EndpointEvent>) before.decide(command, at)).events()) {
            state = state.apply(event, at);
        }
        return state;
    }

    private static Endpoints in(EndpointState state) {
        Endpoints made = after(new Endpoints(Map.of(), 0), CREATE, NOW);
        return switch (state) {
            case UNVERIFIED -> made;
            case ACTIVE -> after(made, learn(true, true, NOW), NOW);
            case DEGRADED -> after(in(EndpointState.ACTIVE), learn(false, false, NOW), NOW);
            case DISABLED -> {
                Instant late = NOW.plus(Endpoint.PATIENCE);
                yield after(in(EndpointState.DEGRADED), learn(false, false, late), late);
            }
            case DELETED -> after(made, ask(Endpoint.Step.DELETE), NOW);
        };
    }

    private static EndpointCommand learn(boolean succeeded, boolean ofTest, Instant at) {
        return new EndpointCommand.Learn(ID, new Report(succeeded, ofTest, false, false, at));
    }

    private static EndpointCommand.Ask ask(Endpoint.Step step) {
        return new EndpointCommand.Ask(ID, step, OptionalLong.empty());
    }

    private static Optional<Refusal> refusal(Decision<EndpointEvent> decision) {
        return decision instanceof Decision.Refused<EndpointEvent>(Refusal refusal, Map<String, Object> _)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    @ParameterizedTest(name = "{0}: {1} {2} leads to {3}")
    @CsvSource({
        "UNVERIFIED, success, test, ACTIVE",
        "UNVERIFIED, success, alert, UNVERIFIED",
        "UNVERIFIED, failure, test, UNVERIFIED",
        "UNVERIFIED, given up, test, DISABLED",
        "UNVERIFIED, given up, alert, UNVERIFIED",
        "ACTIVE, given up, alert, DEGRADED",
        "DEGRADED, given up, alert, DEGRADED",
        "ACTIVE, success, alert, ACTIVE",
        "ACTIVE, failure, alert, DEGRADED",
        "ACTIVE, failure, test, DEGRADED",
        "ACTIVE, gone, alert, DISABLED",
        "DEGRADED, success, alert, ACTIVE",
        "DEGRADED, success, test, ACTIVE",
        "DEGRADED, failure, alert, DEGRADED",
        "DEGRADED, gone, alert, DISABLED",
        "DISABLED, success, test, ACTIVE",
        "DISABLED, success, alert, DISABLED",
        "DISABLED, failure, test, DISABLED",
        "DELETED, success, test, DELETED",
        "DELETED, failure, alert, DELETED"
    })
    void follows_what_its_attempts_come_to(EndpointState from, String outcome, String kind, EndpointState to) {
        var report = new Report(
                outcome.equals("success"),
                kind.equals("test"),
                outcome.equals("gone"),
                outcome.equals("given up"),
                NOW.plusSeconds(1));

        assertThat(after(in(from), new EndpointCommand.Learn(ID, report), NOW)
                        .one(ID)
                        .state())
                .isEqualTo(to);
    }

    @Test
    void is_disabled_after_72_hours_without_a_success_and_not_a_second_before() {
        Instant edge = NOW.plus(Duration.ofHours(72));
        Endpoints degraded = in(EndpointState.DEGRADED);

        assertThat(after(degraded, learn(false, false, edge.minusSeconds(1)), edge)
                        .one(ID)
                        .state())
                .isEqualTo(EndpointState.DEGRADED);
        assertThat(after(degraded, learn(false, false, edge), edge).one(ID).state())
                .isEqualTo(EndpointState.DISABLED);
        Endpoints well = after(degraded, learn(true, false, edge.minusSeconds(2)), edge);
        assertThat(well.one(ID).failingSince()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = EndpointState.class,
            names = {"UNVERIFIED", "DEGRADED"})
    @DisplayName(
            "§2.8: it is told once that an endpoint has failed for an hour, and anew once it has answered in between")
    void is_told_once_after_an_hour_of_failures(EndpointState state) {
        Instant hour = NOW.plus(Duration.ofHours(1));
        Endpoints failing = in(state);

        assertThat(changes(failing, learn(false, true, hour.minusSeconds(1)))).isEmpty();
        assertThat(changes(failing, learn(false, true, hour))).containsExactly(Change.FAILING);
        Endpoints told = after(failing, learn(false, true, hour), hour);
        assertThat(told.one(ID).state()).isEqualTo(state);
        assertThat(changes(told, learn(false, true, hour.plusSeconds(1)))).isEmpty();
        Endpoints again = after(after(told, learn(true, true, hour), hour), learn(false, false, hour), hour);
        assertThat(changes(again, learn(false, false, hour.plusSeconds(3599)))).isEmpty();
        assertThat(changes(again, learn(false, false, hour.plusSeconds(3600)))).containsExactly(Change.FAILING);
    }

    private static List<Change> changes(Endpoints before, EndpointCommand command) {
        return ((Decision.Accepted<EndpointEvent>) before.decide(command, NOW))
                .events().stream().map(EndpointEvent::change).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UNVERIFIED, true", "ACTIVE, true", "DEGRADED, true", "DISABLED, true", "DELETED, false"})
    void is_tested_rotated_and_taken_away_while_it_is_there(EndpointState state, boolean isThere) {
        for (Endpoint.Step step : Endpoint.Step.values()) {
            assertThat(refusal(in(state).decide(ask(step), NOW)))
                    .isEqualTo(isThere ? Optional.empty() : Optional.of(EndpointRefusal.NOT_FOUND));
        }
        assertThat(refusal(in(state).decide(new EndpointCommand.Ask(ID, Endpoint.Step.TEST, OptionalLong.of(99)), NOW)))
                .contains(isThere ? EndpointRefusal.VERSION_CONFLICT : EndpointRefusal.NOT_FOUND);
    }

    @Test
    void is_one_of_250_at_most_and_leaves_its_place_when_it_goes() {
        assertThat(refusal(new Endpoints(Map.of(), 250).decide(CREATE, NOW)))
                .contains(EndpointRefusal.TOO_MANY_ENDPOINTS);
        Endpoints full = after(new Endpoints(Map.of(), 249), CREATE, NOW);

        assertThat(full.count()).isEqualTo(250);
        assertThat(after(full, ask(Endpoint.Step.DELETE), NOW).count()).isEqualTo(249);
    }
}
