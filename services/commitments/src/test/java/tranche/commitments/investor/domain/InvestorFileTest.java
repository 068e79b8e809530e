package tranche.commitments.investor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tranche.commitments.investor.domain.InvestorCommand.Change;
import tranche.commitments.investor.domain.InvestorCommand.Changes;
import tranche.commitments.investor.domain.InvestorCommand.RecordKyc;
import tranche.commitments.investor.domain.InvestorCommand.Register;
import tranche.commitments.investor.domain.InvestorCommand.Suspend;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.country.Country;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.register.ForeignIdentity;
import tranche.values.register.Known;

/** Domain §2.0: an investor is registered, changed, checked and suspended. */
class InvestorFileTest {

    private static final Instant NOW = Instant.parse("2026-03-31T20:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final InvestorId ID = new InvestorId(new UUID(0, 1));
    private static final Actor MANAGER = actor(Role.FUND_MANAGER, Scope.DEPLOYMENT);
    private static final InvestorContent CONTENT = new InvestorContent(
            "Sovereign Fund", InvestorKind.SOVEREIGN_FUND, new Country("AE"), Optional.empty(), false);
    private static final InvestorContent OTHER_CONTENT = new InvestorContent(
            "Another Fund", InvestorKind.SOVEREIGN_FUND, new Country("AE"), Optional.empty(), false);
    private static final ForeignIdentity CRM_7 = new ForeignIdentity("crm", "7");

    @Test
    void registers_by_whoever_manages_a_fund() {
        Actor ofOneFund = actor(Role.FUND_MANAGER, Scope.ofFund(new UUID(0, 7), new UUID(0, 8)));

        assertThat(registered(ofOneFund).investor().orElseThrow().isActive()).isTrue();
        assertThat(refusal(InvestorFile.EMPTY, register(actor(Role.AUDITOR, Scope.DEPLOYMENT))))
                .isEqualTo(InvestorRefusal.FORBIDDEN);
    }

    @Test
    void changes_what_is_given_and_keeps_the_rest() {
        var changes = new Changes(
                Optional.of("Sovereign Fund PJSC"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true));
        Investor after = after(registered(MANAGER), change(changes)).investor().orElseThrow();

        assertThat(after.content().name()).isEqualTo("Sovereign Fund PJSC");
        assertThat(after.content().consentToBeNamed()).isTrue();
        assertThat(after.content().country()).isEqualTo(new Country("AE"));
        assertThat(after.version().number()).isEqualTo(2);
    }

    @Test
    void records_nothing_where_a_change_changes_nothing() {
        var nothing = new Changes(
                Optional.of("Sovereign Fund"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(events(registered(MANAGER).decide(change(nothing), NOW))).isEmpty();
    }

    @Test
    void is_cleared_until_the_last_day_of_its_checks() {
        var kyc = new Kyc(Kyc.Status.CLEARED, Optional.of(TODAY));
        Investor checked = after(registered(MANAGER), checked(kyc)).investor().orElseThrow();

        assertThat(checked.isClearedOn(TODAY)).isTrue();
        assertThat(checked.isClearedOn(TODAY.plusDays(1))).isFalse();
        assertThat(new Kyc(Kyc.Status.REFUSED, Optional.empty()).isClearedOn(TODAY))
                .isFalse();
        assertThat(new Kyc(Kyc.Status.CLEARED, Optional.empty()).isClearedOn(LocalDate.MAX))
                .isTrue();
    }

    @Test
    void is_suspended_once_and_can_still_be_checked() {
        InvestorFile suspended = after(registered(MANAGER), suspend(MANAGER));

        assertThat(suspended.investor().orElseThrow().isActive()).isFalse();
        assertThat(refusal(suspended, suspend(MANAGER))).isEqualTo(InvestorRefusal.INVALID_STATE);
        assertThat(events(suspended.decide(checked(new Kyc(Kyc.Status.LAPSED, Optional.empty())), NOW)))
                .hasSize(1);
    }

    @Test
    void is_changed_only_by_a_manager_whose_grant_reaches_it() {
        Actor ofOneFund = another(Role.FUND_MANAGER, Scope.ofFund(new UUID(0, 7), new UUID(0, 8)));
        Actor itself = another(Role.INVESTOR, Scope.ofInvestor(ID.value()));
        Actor another = another(Role.INVESTOR, Scope.ofInvestor(new UUID(0, 2)));
        Actor maker = actor(Role.FUND_MANAGER, Scope.ofFund(new UUID(0, 7), new UUID(0, 8)));

        assertThat(refusal(registered(MANAGER), suspend(ofOneFund))).isEqualTo(InvestorRefusal.NOT_FOUND);
        assertThat(refusal(invested(registered(MANAGER), new UUID(0, 8)), suspend(ofOneFund)))
                .isEqualTo(InvestorRefusal.FORBIDDEN);
        assertThat(refusal(invested(registered(MANAGER), new UUID(0, 6)), suspend(ofOneFund)))
                .isEqualTo(InvestorRefusal.NOT_FOUND);
        assertThat(refusal(registered(maker), suspend(maker))).isEqualTo(InvestorRefusal.FORBIDDEN);
        assertThat(refusal(registered(MANAGER), suspend(itself))).isEqualTo(InvestorRefusal.FORBIDDEN);
        assertThat(refusal(registered(MANAGER), suspend(another))).isEqualTo(InvestorRefusal.NOT_FOUND);
        assertThat(refusal(InvestorFile.EMPTY, suspend(MANAGER))).isEqualTo(InvestorRefusal.NOT_FOUND);
    }

    @Test
    void tells_what_a_name_elsewhere_stands_for_only_to_whoever_sees_it() {
        Investor known = registered(MANAGER).investor().orElseThrow();
        InvestorFile file = new InvestorFile(
                Optional.empty(), Map.of(CRM_7, new Known<>(ID.value(), known, CONTENT.hash())), Holdings.NONE);
        Actor ofOneFund = another(Role.FUND_MANAGER, Scope.ofFund(new UUID(0, 7), new UUID(0, 8)));
        Actor ofAll = another(Role.FUND_MANAGER, Scope.DEPLOYMENT);

        assertThat(events(file.decide(named(CONTENT, ofAll), NOW))).isEmpty();
        assertThat(file.decide(named(OTHER_CONTENT, ofAll), NOW))
                .isEqualTo(Decision.refused(
                        InvestorRefusal.EXTERNAL_REFERENCE_CONFLICT, Map.of("existingId", ID.toString())));
        for (InvestorContent content : List.of(CONTENT, OTHER_CONTENT)) {
            assertThat(file.decide(named(content, ofOneFund), NOW))
                    .isEqualTo(Decision.refused(InvestorRefusal.EXTERNAL_REFERENCE_CONFLICT, Map.of()));
        }
        assertThat(events(invested(file, new UUID(0, 8)).decide(named(CONTENT, ofOneFund), NOW)))
                .isEmpty();
    }

    private static InvestorFile invested(InvestorFile file, UUID fund) {
        Scope place = Scope.of(new UUID(0, 7), fund, ID.value());
        return new InvestorFile(file.investor(), file.known(), new Holdings(Map.of(ID, Set.of(place))));
    }

    private static Register named(InvestorContent content, Actor by) {
        return new Register(new InvestorId(new UUID(0, 3)), content, Optional.of(CRM_7), Optional.empty(), by);
    }

    private static InvestorFile registered(Actor by) {
        return after(InvestorFile.EMPTY, register(by));
    }

    private static InvestorFile after(InvestorFile file, InvestorCommand command) {
        InvestorFile after = file;
        for (InvestorEvent event : events(file.decide(command, NOW))) {
            after = after.apply(event, NOW);
        }
        return after;
    }

    private static Register register(Actor by) {
        return new Register(ID, CONTENT, Optional.empty(), Optional.empty(), by);
    }

    private static Change change(Changes changes) {
        return new Change(ID, changes, Optional.empty(), MANAGER, OptionalLong.empty());
    }

    private static RecordKyc checked(Kyc kyc) {
        return new RecordKyc(ID, kyc, Optional.empty(), MANAGER, OptionalLong.empty());
    }

    private static Suspend suspend(Actor by) {
        return new Suspend(ID, Optional.empty(), Optional.empty(), by, OptionalLong.empty());
    }

    private static Refusal refusal(InvestorFile file, InvestorCommand command) {
        return ((Decision.Refused<InvestorEvent>) file.decide(command, NOW)).refusal();
    }

    private static List<InvestorEvent> events(Decision<InvestorEvent> decision) {
        return ((Decision.Accepted<InvestorEvent>) decision).events();
    }

    private static Actor another(Role role, Scope scope) {
        return new Actor(new UUID(0, 10), new UUID(0, 10), new Access(List.of(new Grant(role, scope))));
    }

    private static Actor actor(Role role, Scope scope) {
        return new Actor(new UUID(0, 9), new UUID(0, 9), new Access(List.of(new Grant(role, scope))));
    }
}
