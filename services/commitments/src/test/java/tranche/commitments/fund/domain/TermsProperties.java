package tranche.commitments.fund.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tranche.commitments.fund.domain.FundCommand.ChangeTerms;
import tranche.commitments.fund.domain.TermsChange.NewCap;
import tranche.commitments.programme.domain.ProgrammeId;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;
import tranche.values.decision.Decision;
import tranche.values.money.Currency;
import tranche.values.money.Money;
import tranche.values.proposal.Proposal;
import tranche.values.register.Version;

/** What holds for a fund's terms whatever is proposed, by whomever, in whatever order. */
class TermsProperties {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Currency USD = new Currency("USD");
    private static final FundId FUND = new FundId(new UUID(0, 2));
    private static final Access BOTH = new Access(
            List.of(new Grant(Role.FUND_MANAGER, Scope.DEPLOYMENT), new Grant(Role.APPROVER, Scope.DEPLOYMENT)));

    /** A change that one person proposes and another, or the same, confirms; both of them may do either. */
    record Attempt(TermsChange change, int maker, int checker) {}

    @Property(tries = 500)
    void change_by_two_persons_alone_and_never_put_the_cap_below_what_is_committed(
            @ForAll("attempts") List<Attempt> attempts, @ForAll("cents") long committed) {
        FundFile file = fundWith(committed);
        for (Attempt attempt : attempts) {
            Fund before = file.fund().orElseThrow();
            file = after(file, attempt);
            Fund now = file.fund().orElseThrow();
            boolean changed = now.version().number() > before.version().number();

            assertThat(changed).isEqualTo(!now.content().equals(before.content()));
            assertThat(changed && attempt.maker() == attempt.checker()).isFalse();
            if (changed) {
                assertThat(now.content()).isEqualTo(attempt.change().appliedTo(before.content()));
            }
            if (!now.cap().equals(before.cap())) {
                assertThat(now.cap().stream())
                        .allMatch(cap -> cap.isPositive()
                                && cap.compareTo(Money.ofMinor(USD, BigInteger.valueOf(committed))) >= 0);
            }
        }
    }

    @Property(tries = 500)
    void are_bound_by_a_hash_that_any_other_change_of_the_fund_changes(
            @ForAll("changes") TermsChange change, @ForAll("attempts") List<Attempt> attempts) {
        FundFile file = fundWith(0);
        for (Attempt attempt : attempts) {
            Fund before = file.fund().orElseThrow();
            file = after(file, attempt);
            Fund now = file.fund().orElseThrow();

            assertThat(change.on(now).hash().equals(change.on(before).hash())).isEqualTo(now.equals(before));
        }
    }

    @Property(tries = 500)
    void that_are_not_named_stay(@ForAll("changes") TermsChange change) {
        FundContent before = fundWith(0).fund().orElseThrow().content();
        FundContent after = change.appliedTo(before);

        assertThat(after.cap()).isEqualTo(change.cap().map(NewCap::amount).orElse(before.cap()));
        assertThat(after.calendar()).isEqualTo(change.calendar().orElse(before.calendar()));
        assertThat(after.terms().noticeBusinessDays())
                .isEqualTo(change.noticeBusinessDays().orElse(before.terms().noticeBusinessDays()));
        assertThat(after.terms().callBasis())
                .isEqualTo(change.callBasis().orElse(before.terms().callBasis()));
        assertThat(after.terms().requireKyc())
                .isEqualTo(change.requireKyc().orElse(before.terms().requireKyc()));
        assertThat(after.terms().requireTransferConsent())
                .isEqualTo(change.requireTransferConsent().orElse(before.terms().requireTransferConsent()));
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.baseCurrency()).isEqualTo(before.baseCurrency());
    }

    private static FundFile after(FundFile file, Attempt attempt) {
        Decision<Proposal> proposed = file.propose(
                new ProposeTerms(FUND, attempt.change(), new UUID(1, 1), person(attempt.maker()), OptionalLong.empty()),
                NOW);
        if (!(proposed instanceof Decision.Accepted<Proposal>)) {
            return file;
        }
        Decision<FundEvent> decided = file.decide(
                new ChangeTerms(FUND, attempt.change(), person(attempt.maker()).asMaker(), person(attempt.checker())),
                NOW);
        return decided instanceof Decision.Accepted<FundEvent> accepted
                ? file.apply(accepted.events().getFirst(), NOW)
                : file;
    }

    private static Actor person(int number) {
        return new Actor(new UUID(5, number), new UUID(6, number), BOTH);
    }

    private static FundFile fundWith(long committed) {
        var content = new FundContent(
                "Fab Fund I",
                USD,
                Optional.of(Money.of("USD", "50.00")),
                FundCalendar.US,
                Terms.DEFAULT,
                Optional.empty(),
                false,
                Optional.empty());
        Fund fund = new Fund(
                FUND,
                new ProgrammeId(new UUID(0, 1)),
                content,
                ZoneOffset.UTC,
                FundState.OPEN,
                Optional.empty(),
                person(0).asMaker(),
                Version.first(TODAY, NOW));
        return new FundFile(
                Optional.of(fund), Optional.of(Money.ofMinor(USD, BigInteger.valueOf(committed))), Map.of(), Map.of());
    }

    @Provide
    Arbitrary<Long> cents() {
        return Arbitraries.longs().between(0, 10_000);
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Integer> people = Arbitraries.integers().between(1, 3);
        return Combinators.combine(changes(), people, people)
                .as(Attempt::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<TermsChange> changes() {
        Arbitrary<Optional<Money>> amounts = Arbitraries.longs()
                .between(-1, 10_000)
                .map(minor -> Money.ofMinor(USD, BigInteger.valueOf(minor)))
                .optional();
        return Combinators.combine(
                        amounts.map(NewCap::new).optional(),
                        Arbitraries.of(FundCalendar.class).optional(),
                        Arbitraries.integers().between(0, 365).optional(),
                        Arbitraries.of(CallBasis.class).optional(),
                        Arbitraries.of(true, false).optional(),
                        Arbitraries.of(true, false).optional())
                .as((cap, calendar, notice, basis, kyc, consent) -> new TermsChange(
                        cap, calendar, notice, basis, kyc, consent, Optional.empty(), Optional.empty()));
    }
}
