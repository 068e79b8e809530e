package tranche.values.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AllocationProperties {

    private static final Currency USD = new Currency("USD");
    private static final BigInteger GREATEST = BigInteger.TEN.pow(22);

    @Provide
    Arbitrary<Money> totals() {
        return Arbitraries.bigIntegers().between(GREATEST.negate(), GREATEST).map(minor -> Money.ofMinor(USD, minor));
    }

    @Provide
    Arbitrary<List<Participant>> uncapped() {
        return weights().map(AllocationProperties::named);
    }

    /** Caps from nothing to twice what the greatest total would need, and now and then none. */
    @Provide
    Arbitrary<List<Participant>> capped() {
        Arbitrary<Optional<BigInteger>> cap = Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.valueOf(5_000))
                .optional(0.9);
        return Combinators.combine(weights(), cap.list().ofSize(8)).as((weights, caps) -> {
            List<Participant> participants = new ArrayList<>();
            for (Participant one : named(weights)) {
                participants.add(new Participant(one.key(), one.weight(), caps.get(participants.size())));
            }
            return participants;
        });
    }

    @Provide
    Arbitrary<Money> smallTotals() {
        return Arbitraries.longs().between(0, 12_000).map(AllocationProperties::cents);
    }

    @Property
    void the_shares_add_up_to_the_total(@ForAll("totals") Money total, @ForAll("uncapped") List<Participant> all) {
        Money sum = shares(total, all).byKey().values().stream().reduce(Money.zero(USD), Money::plus);

        assertThat(sum).isEqualTo(total);
    }

    @Property
    void every_share_can_be_reckoned_again(@ForAll("totals") Money total, @ForAll("capped") List<Participant> all) {
        if (!(Allocation.of(total, all) instanceof Allocation.Shares shares)) {
            return;
        }
        assertThat(shares.reckonings()).allSatisfy((key, how) -> {
            BigInteger exact = how.total().multiply(how.weight());
            assertThat(how.quotient().multiply(how.weights()).add(how.remainder()))
                    .isEqualTo(exact);
            assertThat(how.remainder()).isLessThan(how.weights());
            assertThat(how.share()).isEqualTo(shares.of(key).minor().abs());
        });
        assertThat(shares.reckonings().values())
                .filteredOn(how -> how.cap().isPresent() && !how.capped())
                .allSatisfy(how ->
                        assertThat(how.share()).isLessThanOrEqualTo(how.cap().orElseThrow()));
    }

    @Property
    void the_order_of_the_participants_does_not_matter(
            @ForAll("smallTotals") Money total, @ForAll("capped") List<Participant> all, @ForAll Random random) {
        List<Participant> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);

        assertThat(Allocation.of(total, shuffled)).isEqualTo(Allocation.of(total, all));
    }

    @Property
    void a_share_is_less_than_a_unit_away_from_its_exact_part(
            @ForAll("totals") Money total, @ForAll("uncapped") List<Participant> all) {
        Allocation.Shares shares = shares(total, all);
        BigInteger weights = all.stream().map(Participant::weight).reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(all).allSatisfy(one -> {
            BigInteger share = shares.of(one.key()).minor();
            BigInteger error = share.multiply(weights)
                    .subtract(total.minor().multiply(one.weight()))
                    .abs();
            assertThat(error).isLessThan(weights);
        });
    }

    @Property
    void a_larger_weight_never_gets_less(@ForAll("totals") Money total, @ForAll("uncapped") List<Participant> all) {
        Allocation.Shares shares = shares(total, all);
        List<Participant> ascending = new ArrayList<>(all);
        ascending.sort((one, other) -> one.weight().compareTo(other.weight()));

        List<BigInteger> sizes = ascending.stream()
                .filter(one -> ascending.stream()
                                .filter(other -> other.weight().equals(one.weight()))
                                .count()
                        == 1)
                .map(one -> shares.of(one.key()).minor().abs())
                .toList();
        assertThat(sizes).isSorted();
    }

    @Property
    void a_negative_total_mirrors_the_positive_one(
            @ForAll("smallTotals") Money total, @ForAll("capped") List<Participant> all) {
        Allocation mirrored = switch (Allocation.of(total.negated(), all)) {
            case Allocation.Shares(var byKey, var reckonings) -> {
                byKey = new TreeMap<>(byKey);
                byKey.replaceAll((key, share) -> share.negated());
                yield new Allocation.Shares(byKey, reckonings);
            }
            case Allocation.Refused refused -> refused;
        };

        assertThat(mirrored).isEqualTo(Allocation.of(total, all));
    }

    @Property
    void no_share_exceeds_its_cap_and_nothing_is_lost_to_the_caps(
            @ForAll("smallTotals") Money total, @ForAll("capped") List<Participant> all) {
        if (!(Allocation.of(total, all) instanceof Allocation.Shares shares)) {
            return;
        }

        assertThat(shares.byKey().values().stream().reduce(Money.zero(USD), Money::plus))
                .isEqualTo(total);
        assertThat(all)
                .allSatisfy(one -> assertThat(one.cap())
                        .matches(cap ->
                                cap.isEmpty() || shares.of(one.key()).minor().compareTo(cap.get()) <= 0));
    }

    @Property
    void it_is_refused_exactly_when_the_caps_leave_too_little_room(
            @ForAll("smallTotals") Money total, @ForAll("capped") List<Participant> all) {
        boolean bounded = all.stream()
                .filter(one -> one.weight().signum() > 0)
                .allMatch(one -> one.cap().isPresent());
        BigInteger room = all.stream()
                .filter(one -> one.weight().signum() > 0)
                .flatMap(one -> one.cap().stream())
                .reduce(BigInteger.ZERO, BigInteger::add);

        assertThat(Allocation.of(total, all) instanceof Allocation.Refused)
                .isEqualTo(bounded && room.compareTo(total.minor()) < 0);
    }

    @Property
    void caps_that_do_not_bind_change_nothing(
            @ForAll("smallTotals") Money total, @ForAll("uncapped") List<Participant> all) {
        Allocation.Shares shares = shares(total, all);
        List<Participant> justEnough =
                all.stream().map(one -> one.cappedAt(shares.of(one.key()))).toList();

        assertThat(shares(total, justEnough).byKey()).isEqualTo(shares.byKey());
    }

    @Property
    void weight_zero_gets_nothing(@ForAll("totals") Money total, @ForAll("uncapped") List<Participant> all) {
        List<Participant> more = new ArrayList<>(all);
        more.add(new Participant("without", BigInteger.ZERO, Optional.empty()));

        assertThat(shares(total, more).of("without")).isEqualTo(Money.zero(USD));
    }

    private static Arbitrary<List<BigInteger>> weights() {
        Arbitrary<BigInteger> weight = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, GREATEST));
        return weight.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .filter(all -> all.stream().anyMatch(one -> one.signum() > 0));
    }

    private static List<Participant> named(List<BigInteger> weights) {
        List<Participant> participants = new ArrayList<>();
        for (BigInteger weight : weights) {
            participants.add(new Participant("c" + participants.size(), weight, Optional.empty()));
        }
        return participants;
    }

    private static Allocation.Shares shares(Money total, List<Participant> all) {
        return (Allocation.Shares) Allocation.of(total, all);
    }

    private static Money cents(long cents) {
        return Money.ofMinor(USD, BigInteger.valueOf(cents));
    }
}
