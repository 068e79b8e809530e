package tranche.commitments.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundCalendar;
import tranche.commitments.fund.domain.FundContent;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.domain.FundState;
import tranche.commitments.fund.domain.Terms;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.ContentHash;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.decision.Refusal;
import tranche.values.money.Currency;
import tranche.values.register.Shelf;
import tranche.values.register.Version;

@DisplayName("§2.2: where a fund is paid")
class PaymentFileTest {

    private static final Instant NOW = Instant.parse("2026-03-31T09:00:00Z");
    private static final Currency USD = new Currency("USD");
    private static final Actor MANAGER = person(1, Role.FUND_MANAGER);
    private static final Actor APPROVER = person(2, Role.APPROVER);
    private static final FundId FUND = new FundId(new UUID(0, 9));

    private static Actor person(long number, Role role) {
        UUID id = new UUID(0, number);
        return new Actor(id, id, new Access(List.of(new Grant(role, Scope.DEPLOYMENT))));
    }

    private static PaymentFile file() {
        Fund fund = new Fund(
                FUND,
                new ProgrammeId(new UUID(0, 8)),
                new FundContent(
                        "Fab Fund I",
                        USD,
                        Optional.empty(),
                        FundCalendar.US,
                        Terms.DEFAULT,
                        Optional.of(ZoneOffset.UTC),
                        false,
                        Optional.empty()),
                ZoneOffset.UTC,
                FundState.OPEN,
                Optional.empty(),
                MANAGER.asMaker(),
                Version.first(LocalDate.of(2026, 1, 1), NOW));
        return new PaymentFile(Optional.of(fund), Shelf.empty());
    }

    private static BankAccountId id(int number) {
        return new BankAccountId(new UUID(1, number));
    }

    private static PaymentCommand.Propose propose(int number, String currency) {
        return new PaymentCommand.Propose(
                id(number),
                FUND,
                new BankDetails(
                        "Fab Fund " + number,
                        new Iban("DE89370400440532013000"),
                        new Bic("COBADEFF"),
                        new Currency(currency)),
                MANAGER);
    }

    private static PaymentCommand.Approve approve(PaymentFile file, int number, Actor by) {
        return new PaymentCommand.Approve(
                id(number), file.accounts().get(id(number)).orElseThrow().contentHash(), by, OptionalLong.empty());
    }

    private static PaymentFile after(PaymentFile file, PaymentCommand command, Instant now) {
        PaymentFile state = file;
        for (PaymentEvent event : ((Decision.Accepted<PaymentEvent>) file.decide(command, now)).events()) {
            state = state.apply(event, now);
        }
        return state;
    }

    private static PaymentFile with(PaymentFile file, int number, Instant now) {
        PaymentFile proposed = after(file, propose(number, "USD"), now);
        return after(proposed, approve(proposed, number, APPROVER), now);
    }

    private static Refusal refusal(Decision<PaymentEvent> decision) {
        return ((Decision.Refused<PaymentEvent>) decision).refusal();
    }

    private static Optional<BankAccountId> at(PaymentFile file, Instant instant) {
        return file.instructions().at(instant).map(BankAccount::id);
    }

    @Test
    void the_first_account_holds_from_its_approval_and_not_before() {
        PaymentFile proposed = after(file(), propose(1, "USD"), NOW);
        assertThat(at(proposed, NOW)).isEmpty();

        PaymentFile approved = after(proposed, approve(proposed, 1, APPROVER), NOW);

        assertThat(at(approved, NOW)).contains(id(1));
        assertThat(at(approved, NOW.minusMillis(1))).isEmpty();
    }

    @Test
    @DisplayName("a proposed account lapses when nobody has answered for 72 hours")
    void a_proposal_lapses() {
        PaymentFile proposed = after(file(), propose(1, "USD"), NOW);
        Instant end = NOW.plus(Duration.ofHours(72));
        PaymentCommand.Approve approve = approve(proposed, 1, APPROVER);

        var late = (Decision.Refused<PaymentEvent>) proposed.decide(approve, end);

        assertThat(late.refusal()).isEqualTo(PaymentRefusal.INVALID_STATE);
        assertThat(late.facts()).isEqualTo(Map.of("state", "LAPSED", "allowed", List.of()));
        assertThat(proposed.decide(approve, end.minusMillis(1))).isInstanceOf(Decision.Accepted.class);
        PaymentFile approved = after(proposed, approve, NOW);
        assertThat(approved.accounts().get(id(1)).orElseThrow().stateAt(end)).isEqualTo(BankAccountState.ACTIVE);
    }

    @Test
    void what_was_issued_before_there_was_an_account_is_paid_to_the_first_that_took_effect_since() {
        PaymentFile first = with(file(), 1, NOW);
        PaymentFile second = with(first, 2, NOW.plus(Duration.ofDays(1)));
        Instructions instructions = second.instructions();
        Instant before = NOW.minus(Duration.ofDays(1));
        Instant later = NOW.plus(Duration.ofDays(9));

        assertThat(instructions.ofIssue(before, NOW.minusMillis(1))).isEmpty();
        assertThat(instructions.ofIssue(before, NOW).map(BankAccount::id)).contains(id(1));
        assertThat(instructions.ofIssue(before, later).map(BankAccount::id)).contains(id(1));
        assertThat(instructions.ofIssue(NOW, later).map(BankAccount::id)).contains(id(1));
        assertThat(instructions.ofIssue(later, later).map(BankAccount::id)).contains(id(2));
    }

    @Test
    void a_change_holds_a_day_after_its_approval_and_names_what_holds_until_then() {
        PaymentFile first = with(file(), 1, NOW);
        Instant later = NOW.plus(Duration.ofDays(30));
        PaymentFile proposed = after(first, propose(2, "USD"), later);

        var changed = (Decision.Accepted<PaymentEvent>) proposed.decide(approve(proposed, 2, APPROVER), later);
        PaymentFile second = proposed.apply(changed.events().getFirst(), later);

        assertThat(changed.events())
                .containsExactly(new PaymentEvent.Changed(
                        id(2),
                        later.plus(Duration.ofHours(24)),
                        Optional.of(propose(1, "USD").details().fingerprint()),
                        LocalDate.of(2026, 4, 30)));
        assertThat(at(second, later.plus(Duration.ofHours(24)).minusMillis(1))).contains(id(1));
        assertThat(at(second, later.plus(Duration.ofHours(24)))).contains(id(2));
    }

    @Test
    @DisplayName("D-1: whoever proposed an account does not approve it, whatever account the person uses")
    void is_approved_by_another_person() {
        PaymentFile proposed = after(file(), propose(1, "USD"), NOW);
        Actor other = new Actor(new UUID(0, 77), MANAGER.person(), APPROVER.access());

        assertThat(refusal(proposed.decide(approve(proposed, 1, other), NOW))).isEqualTo(PaymentRefusal.FOUR_EYES);
        assertThat(refusal(proposed.decide(approve(proposed, 1, person(3, Role.FUND_MANAGER)), NOW)))
                .isEqualTo(PaymentRefusal.FORBIDDEN);
        assertThat(refusal(proposed.decide(approve(proposed, 1, person(4, Role.VERIFIER)), NOW)))
                .isEqualTo(PaymentRefusal.NOT_FOUND);
    }

    @Test
    @DisplayName("D-6: an approval is of what was seen, once")
    void is_approved_as_it_was_seen_and_once() {
        PaymentFile proposed = after(file(), propose(1, "USD"), NOW);
        var blind = new PaymentCommand.Approve(id(1), ContentHash.of("else"), APPROVER, OptionalLong.empty());

        assertThat(refusal(proposed.decide(blind, NOW))).isEqualTo(PaymentRefusal.CONTENT_CHANGED);
        PaymentFile approved = after(proposed, approve(proposed, 1, APPROVER), NOW);
        assertThat(refusal(approved.decide(approve(approved, 1, APPROVER), NOW)))
                .isEqualTo(PaymentRefusal.INVALID_STATE);
    }

    @Test
    void is_in_the_funds_currency_and_proposed_by_its_manager() {
        assertThat(refusal(file().decide(propose(1, "EUR"), NOW))).isEqualTo(PaymentRefusal.CURRENCY_NOT_THE_FUNDS);
        var byApprover =
                new PaymentCommand.Propose(id(1), FUND, propose(1, "USD").details(), APPROVER);
        assertThat(refusal(file().decide(byApprover, NOW))).isEqualTo(PaymentRefusal.FORBIDDEN);
        assertThat(refusal(PaymentFile.EMPTY.decide(propose(1, "USD"), NOW))).isEqualTo(PaymentRefusal.NOT_FOUND);
    }

    @Property(tries = 200)
    @Label("whatever is approved when, payers are warned a day before any account but the first holds")
    void every_change_was_warned_of(@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 72) Integer> hours) {
        PaymentFile file = file();
        Instant now = NOW;
        for (int number = 0; number < hours.size(); number++) {
            now = now.plus(Duration.ofHours(hours.get(number)));
            Optional<BankAccountId> before = at(file, now);
            file = with(file, number, now);
            Optional<BankAccountId> expected = number == 0 ? Optional.of(id(0)) : before;

            assertThat(at(file, now)).isEqualTo(expected);
            assertThat(at(file, now.plus(PaymentFile.WARNING))).contains(id(number));
        }
    }
}
