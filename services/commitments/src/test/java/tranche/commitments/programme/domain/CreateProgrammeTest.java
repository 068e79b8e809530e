package tranche.commitments.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.commitments.programme.domain.ProgrammeCommand.Create;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** Domain §2.0: a programme is created and is active. */
class CreateProgrammeTest {

    private static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");
    private static final ProgrammeId ID = new ProgrammeId(new UUID(0, 1));
    private static final Currency USD = new Currency("USD");
    private static final ForeignIdentity PRESS = new ForeignIdentity("press", "1");

    @Test
    void opens_a_programme_with_a_target_in_its_headline_currency() {
        var event = events(ProgrammeFile.EMPTY.decide(create(Money.of("USD", "7000000000000.00")), NOW));
        var after = ProgrammeFile.EMPTY.apply(event.getFirst(), NOW);

        assertThat(after.programme().orElseThrow().version().number()).isEqualTo(1);
        assertThat(after.programme().orElseThrow().version().effectiveDate()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void refuses_a_target_in_another_currency_or_of_nothing() {
        assertThat(refusal(create(Money.of("EUR", "1.00")))).isEqualTo(ProgrammeRefusal.CURRENCY_NOT_THE_PROGRAMMES);
        assertThat(refusal(create(Money.of("USD", "0")))).isEqualTo(ProgrammeRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(create(Money.of("USD", "0.001")))).isEqualTo(ProgrammeRefusal.AMOUNT_NOT_WHOLE);
        assertThat(events(ProgrammeFile.EMPTY.decide(create(Money.of("USD", "0.01")), NOW)))
                .hasSize(1);
    }

    @Test
    void refuses_the_day_after_today_in_its_own_zone() {
        assertThat(events(ProgrammeFile.EMPTY.decide(on(LocalDate.of(2026, 4, 1)), NOW)))
                .hasSize(1);
        assertThat(refusal(on(LocalDate.of(2026, 4, 2)))).isEqualTo(ProgrammeRefusal.EFFECTIVE_DATE_AHEAD);
    }

    @Test
    void is_for_managers_of_the_whole_deployment() {
        Scope elsewhere = Scope.ofProgramme(new UUID(0, 2));

        assertThat(refusal(by(actor(Role.FUND_MANAGER, elsewhere)))).isEqualTo(ProgrammeRefusal.FORBIDDEN);
        assertThat(refusal(by(actor(Role.APPROVER, Scope.DEPLOYMENT)))).isEqualTo(ProgrammeRefusal.FORBIDDEN);
    }

    @Test
    void answers_the_same_foreign_identity_with_the_existing_programme() {
        Programme existing = ProgrammeFile.EMPTY
                .apply(
                        events(ProgrammeFile.EMPTY.decide(create(Money.of("USD", "1.00")), NOW))
                                .getFirst(),
                        NOW)
                .programme()
                .orElseThrow();
        var known =
                new Known<>(existing.id().value(), existing, existing.content().hash());
        var file = new ProgrammeFile(Optional.empty(), Map.of(PRESS, known), Optional.empty());

        assertThat(events(file.decide(create(Money.of("USD", "1.00")), NOW))).isEmpty();
        assertThat(((Decision.Refused<ProgrammeEvent>) file.decide(create(Money.of("USD", "2.00")), NOW)))
                .isEqualTo(Decision.refused(
                        ProgrammeRefusal.EXTERNAL_REFERENCE_CONFLICT,
                        Map.of("existingId", existing.id().toString())));
    }

    private static Refusal refusal(Create create) {
        return ((Decision.Refused<ProgrammeEvent>) ProgrammeFile.EMPTY.decide(create, NOW)).refusal();
    }

    private static List<ProgrammeEvent> events(Decision<ProgrammeEvent> decision) {
        return ((Decision.Accepted<ProgrammeEvent>) decision).events();
    }

    private static Actor actor(Role role, Scope scope) {
        return new Actor(new UUID(0, 9), new UUID(0, 9), new Access(List.of(new Grant(role, scope))));
    }

    private static Create create(Money target) {
        return create(target, Optional.empty(), actor(Role.FUND_MANAGER, Scope.DEPLOYMENT));
    }

    private static Create on(LocalDate effective) {
        return create(Money.of("USD", "1.00"), Optional.of(effective), actor(Role.FUND_MANAGER, Scope.DEPLOYMENT));
    }

    private static Create by(Actor actor) {
        return create(Money.of("USD", "1.00"), Optional.empty(), actor);
    }

    private static Create create(Money target, Optional<LocalDate> effective, Actor by) {
        var content = new ProgrammeContent(
                "Chips for all",
                USD,
                Optional.of(target),
                Optional.of("press"),
                Optional.empty(),
                false,
                ZoneId.of("Asia/Dubai"));
        return new Create(ID, content, Optional.of(PRESS), effective, by);
    }
}
