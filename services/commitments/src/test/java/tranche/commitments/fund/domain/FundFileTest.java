package tranche.commitments.fund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.commitments.fund.domain.FundCommand.Create;
import tranche.commitments.fund.domain.FundCommand.StopSubscriptions;
import tranche.commitments.programme.domain.Programme;
import tranche.commitments.programme.domain.ProgrammeContent;
import tranche.commitments.programme.domain.ProgrammeId;
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
import tranche.values.register.Version;

/** Domain §2.0: a fund is created open, changes its terms by two persons and can be closed to new commitments. */
class FundFileTest {

    private static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final ProgrammeId PROGRAMME = new ProgrammeId(new UUID(0, 1));
    private static final FundId FUND = new FundId(new UUID(0, 2));
    private static final Currency USD = new Currency("USD");
    private static final Actor MANAGER = actor(Role.FUND_MANAGER, Scope.DEPLOYMENT);
    private static final Actor BEN =
            new Actor(new UUID(0, 5), new UUID(0, 5), new Access(List.of(new Grant(Role.APPROVER, Scope.DEPLOYMENT))));

    @Test
    void opens_in_the_programmes_zone_where_none_is_given() {
        Fund fund = created(create(Optional.empty(), MANAGER));

        assertThat(fund.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(fund.isOpen()).isTrue();
        assertThat(fund.terms()).isEqualTo(Terms.DEFAULT);
    }

    @Test
    void refuses_a_cap_in_another_currency_or_of_nothing() {
        assertThat(refusal(create(Optional.of(Money.of("EUR", "1.00")), MANAGER)))
                .isEqualTo(FundRefusal.CURRENCY_NOT_THE_FUNDS);
        assertThat(refusal(create(Optional.of(Money.of("USD", "0")), MANAGER)))
                .isEqualTo(FundRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(create(Optional.of(Money.of("USD", "1.001")), MANAGER)))
                .isEqualTo(FundRefusal.AMOUNT_NOT_WHOLE);
        assertThat(created(create(Optional.of(Money.of("USD", "0.01")), MANAGER))
                        .cap())
                .contains(Money.of("USD", "0.01"));
    }

    @Test
    void is_opened_by_a_manager_of_its_programme() {
        Actor elsewhere = actor(Role.FUND_MANAGER, Scope.ofProgramme(new UUID(0, 7)));
        Actor here = actor(Role.FUND_MANAGER, Scope.ofProgramme(PROGRAMME.value()));
        Actor ofAnotherFund = actor(Role.FUND_MANAGER, Scope.ofFund(PROGRAMME.value(), new UUID(0, 8)));

        assertThat(refusal(create(Optional.empty(), actor(Role.APPROVER, Scope.DEPLOYMENT))))
                .isEqualTo(FundRefusal.FORBIDDEN);
        assertThat(refusal(create(Optional.empty(), elsewhere))).isEqualTo(FundRefusal.UNKNOWN_REFERENCE);
        assertThat(refusal(create(Optional.empty(), ofAnotherFund))).isEqualTo(FundRefusal.UNKNOWN_REFERENCE);
        assertThat(created(create(Optional.empty(), here)).id()).isEqualTo(FUND);
    }

    @Test
    void tells_a_name_that_is_taken_and_a_day_that_is_ahead_before_a_programme_that_is_not_there() {
        var content = new FundContent(
                "Fab Fund I",
                USD,
                Optional.empty(),
                FundCalendar.US,
                Terms.DEFAULT,
                Optional.of(ZoneId.of("Europe/Paris")),
                false,
                Optional.empty());
        ForeignIdentity name = new ForeignIdentity("crm", "7");
        Fund known = created(create(Optional.empty(), MANAGER));
        FundFile taken = withProgramme(Map.of(name, new Known<>(FUND.value(), known, content.hash())));
        ProgrammeId nowhere = new ProgrammeId(new UUID(0, 7));
        Optional<LocalDate> ahead = Optional.of(TODAY.plusDays(2));

        assertThat(refusal(taken, new Create(FUND, nowhere, content, Optional.of(name), ahead, MANAGER)))
                .isEqualTo(FundRefusal.EXTERNAL_REFERENCE_CONFLICT);
        assertThat(refusal(taken, new Create(FUND, nowhere, content, Optional.empty(), ahead, MANAGER)))
                .isEqualTo(FundRefusal.EFFECTIVE_DATE_AHEAD);
        assertThat(refusal(taken, new Create(FUND, nowhere, content, Optional.empty(), Optional.empty(), MANAGER)))
                .isEqualTo(FundRefusal.UNKNOWN_REFERENCE);
    }

    @Test
    void stops_subscriptions_once() {
        FundFile open = with(created(create(Optional.empty(), MANAGER)));
        FundFile closed = open.apply(
                events(open.decide(stop(Optional.empty(), MANAGER), NOW)).getFirst(), NOW);

        assertThat(closed.fund().orElseThrow().isOpen()).isFalse();
        assertThat(closed.fund().orElseThrow().version().number()).isEqualTo(2);
        assertThat(refusal(closed, stop(Optional.empty(), MANAGER))).isEqualTo(FundRefusal.INVALID_STATE);
    }

    @Test
    void tells_the_first_refusal_that_holds_when_stopping() {
        FundFile open = with(created(create(Optional.empty(), MANAGER)));
        Actor stranger = new Actor(new UUID(0, 3), new UUID(0, 3), Access.NONE);

        assertThat(refusal(FundFile.EMPTY, stop(Optional.empty(), MANAGER))).isEqualTo(FundRefusal.NOT_FOUND);
        assertThat(refusal(open, stop(Optional.empty(), stranger))).isEqualTo(FundRefusal.NOT_FOUND);
        assertThat(refusal(open, stop(Optional.empty(), actor(Role.AUDITOR, Scope.DEPLOYMENT))))
                .isEqualTo(FundRefusal.FORBIDDEN);
        assertThat(refusal(open, new StopSubscriptions(FUND, Optional.empty(), MANAGER, OptionalLong.of(2))))
                .isEqualTo(FundRefusal.VERSION_CONFLICT);
        assertThat(refusal(open, stop(Optional.of(TODAY.minusDays(1)), MANAGER)))
                .isEqualTo(FundRefusal.EFFECTIVE_DATE_BEFORE_LAST);
        assertThat(refusal(open, stop(Optional.of(TODAY.plusDays(1)), MANAGER)))
                .isEqualTo(FundRefusal.EFFECTIVE_DATE_AHEAD);
    }

    @Test
    void takes_a_cap_of_exactly_what_is_committed_and_not_a_cent_less() {
        FundFile file = withCommitted("40.00");

        assertThat(refusal(file, change(cap("39.99"), BEN))).isEqualTo(FundRefusal.CAP_BELOW_COMMITTED);
        assertThat(after(file, change(cap("40.00"), BEN)).cap()).contains(Money.of("USD", "40.00"));
    }

    @Test
    void leaves_a_cap_alone_that_positions_taken_on_have_exceeded() {
        FundFile file = withCommitted("100.01");

        assertThat(after(file, change(notice(5), BEN)).terms().noticeBusinessDays())
                .isEqualTo(5);
        assertThat(refusal(file, change(cap("100.00"), BEN))).isEqualTo(FundRefusal.TERMS_UNCHANGED);
        assertThat(refusal(file, change(cap("100.005"), BEN))).isEqualTo(FundRefusal.CAP_BELOW_COMMITTED);
    }

    @Test
    void tells_the_first_refusal_that_holds_when_terms_are_changed() {
        FundFile file = withCommitted("0");
        Actor manager = actor(Role.FUND_MANAGER, Scope.DEPLOYMENT);
        Actor stranger = new Actor(new UUID(0, 3), new UUID(0, 3), Access.NONE);

        assertThat(refusal(FundFile.EMPTY, change(notice(5), BEN))).isEqualTo(FundRefusal.NOT_FOUND);
        assertThat(refusal(file, change(notice(5), stranger))).isEqualTo(FundRefusal.NOT_FOUND);
        assertThat(refusal(file, change(notice(5), manager))).isEqualTo(FundRefusal.FOUR_EYES);
        assertThat(refusal(file, change(notice(5), new Actor(new UUID(0, 4), new UUID(0, 4), manager.access()))))
                .isEqualTo(FundRefusal.FORBIDDEN);
        assertThat(refusal(file, change(notice(10), BEN))).isEqualTo(FundRefusal.TERMS_UNCHANGED);
        assertThat(refusal(file, change(cap("0"), BEN))).isEqualTo(FundRefusal.AMOUNT_NOT_POSITIVE);
        assertThat(refusal(file, change(cap("0.001"), BEN))).isEqualTo(FundRefusal.AMOUNT_NOT_WHOLE);
        assertThat(refusal(file, change(capOf(Money.of("EUR", "200.00")), BEN)))
                .isEqualTo(FundRefusal.CURRENCY_NOT_THE_FUNDS);
    }

    private static FundFile withCommitted(String amount) {
        return new FundFile(
                Optional.of(created(create(Optional.of(Money.of("USD", "100.00")), MANAGER))),
                Optional.of(Money.of("USD", amount)),
                Map.of(),
                Map.of());
    }

    private static TermsChange cap(String amount) {
        return capOf(Money.of("USD", amount));
    }

    private static TermsChange capOf(Money cap) {
        return new TermsChange(
                Optional.of(new TermsChange.NewCap(Optional.of(cap))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TermsChange notice(int days) {
        return new TermsChange(
                Optional.empty(),
                Optional.empty(),
                Optional.of(days),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static FundCommand.ChangeTerms change(TermsChange change, Actor by) {
        return new FundCommand.ChangeTerms(FUND, change, MANAGER.asMaker(), by);
    }

    private static Fund after(FundFile file, FundCommand command) {
        return file.apply(events(file.decide(command, NOW)).getFirst(), NOW)
                .fund()
                .orElseThrow();
    }

    private static Fund created(Create create) {
        FundFile file = withProgramme();
        return file.apply(events(file.decide(create, NOW)).getFirst(), NOW)
                .fund()
                .orElseThrow();
    }

    private static FundFile withProgramme() {
        return withProgramme(Map.of());
    }

    private static FundFile withProgramme(Map<ForeignIdentity, Known<Fund>> known) {
        var content = new ProgrammeContent(
                "Chips for all",
                USD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                ZoneId.of("Europe/Paris"));
        var programme = new Programme(
                PROGRAMME, content, Optional.empty(), MANAGER.asMaker(), Optional.empty(), Version.first(TODAY, NOW));
        return new FundFile(Optional.empty(), Optional.empty(), Map.of(PROGRAMME, programme), known);
    }

    private static FundFile with(Fund fund) {
        return new FundFile(Optional.of(fund), Optional.of(Money.zero(USD)), Map.of(), Map.of());
    }

    private static Create create(Optional<Money> cap, Actor by) {
        var content = new FundContent(
                "Fab Fund I", USD, cap, FundCalendar.US, Terms.DEFAULT, Optional.empty(), false, Optional.empty());
        return new Create(FUND, PROGRAMME, content, Optional.empty(), Optional.empty(), by);
    }

    private static StopSubscriptions stop(Optional<LocalDate> effective, Actor by) {
        return new StopSubscriptions(FUND, effective, by, OptionalLong.empty());
    }

    private static Refusal refusal(Create create) {
        return ((Decision.Refused<FundEvent>) withProgramme().decide(create, NOW)).refusal();
    }

    private static Refusal refusal(FundFile file, FundCommand command) {
        return ((Decision.Refused<FundEvent>) file.decide(command, NOW)).refusal();
    }

    private static List<FundEvent> events(Decision<FundEvent> decision) {
        return ((Decision.Accepted<FundEvent>) decision).events();
    }

    private static Actor actor(Role role, Scope scope) {
        return new Actor(new UUID(0, 9), new UUID(0, 9), new Access(List.of(new Grant(role, scope))));
    }
}
