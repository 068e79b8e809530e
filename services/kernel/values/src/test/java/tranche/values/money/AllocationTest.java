package tranche.values.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AllocationTest {

    @Test
    @DisplayName("D-20: with equal remainders the larger weight gets the cent, whatever its key")
    void the_larger_weight_comes_before_the_smaller_key() {
        // 0.02 among 1 : 3 is 0.005 and 0.015: the remainders are the same half cent.
        assertThat(shares("0.02", of("a", "1"), of("b", "3"))).containsExactly("0.00", "0.02");
    }

    @Test
    @DisplayName("D-20: keys compare by code point, not by the machine's own order of characters")
    void a_key_above_the_basic_plane_is_greater_than_one_within_it() {
        assertThat("\ud83d\ude00".compareTo("\ufb33")).isNegative();

        assertThat(shares("0.01", of("\ud83d\ude00", "1"), of("\ufb33", "1"))).containsExactly("0.01", "0.00");
    }

    @Test
    void refuses_one_cent_more_than_the_caps_add_up_to() {
        List<Participant> capped =
                List.of(of("a", "1").cappedAt(usd("49.99")), of("b", "1").cappedAt(usd("50.00")));

        assertThat(Allocation.of(usd("99.99"), capped)).isInstanceOf(Allocation.Shares.class);
        assertThat(Allocation.of(usd("100.00"), capped))
                .isEqualTo(new Allocation.Refused(AllocationRefusal.INSUFFICIENT_UNCALLED));
        assertThat(Allocation.of(usd("-100.00"), capped))
                .isEqualTo(new Allocation.Refused(AllocationRefusal.INSUFFICIENT_UNCALLED));
    }

    @Test
    void the_cap_of_who_has_no_weight_is_no_room() {
        List<Participant> participants =
                List.of(of("a", "1").cappedAt(usd("10.00")), of("b", "0").cappedAt(usd("90.00")));

        assertThat(Allocation.of(usd("10.01"), participants))
                .isEqualTo(new Allocation.Refused(AllocationRefusal.INSUFFICIENT_UNCALLED));
    }

    @Test
    void who_has_no_cap_takes_what_the_capped_leave() {
        assertThat(shares("90.00", of("a", "100").cappedAt(usd("10.00")), of("b", "1")))
                .containsExactly("10.00", "80.00");
    }

    @Test
    void nothing_is_shared_among_nobody_not_even_nothing() {
        assertThat(Allocation.of(usd("0.00"), List.of()))
                .isEqualTo(new Allocation.Refused(AllocationRefusal.ZERO_WEIGHT));
    }

    @Test
    void refuses_two_participants_with_one_key() {
        assertThatThrownBy(() -> Allocation.of(usd("1.00"), List.of(of("a", "1"), of("a", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_total_finer_than_the_minor_unit() {
        assertThatThrownBy(() -> Allocation.of(usd("1.001"), List.of(of("a", "1"))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void names_the_component_in_which_nobody_takes_part() {
        var fee = new Component("CALL_MGMT_FEE", usd("1.00"), Set.of("a", "b"));

        assertThat(Lines.of(List.of(of("a", "1"), of("b", "1")), List.of(fee)))
                .isEqualTo(new Lines.Refused("CALL_MGMT_FEE", AllocationRefusal.ZERO_WEIGHT));
    }

    private static List<String> shares(String total, Participant... participants) {
        var shares = (Allocation.Shares) Allocation.of(usd(total), List.of(participants));
        return shares.byKey().values().stream().map(Money::plain).toList();
    }

    private static Participant of(String key, String weight) {
        return Participant.of(key, usd(weight));
    }

    private static Money usd(String value) {
        return Money.of("USD", value);
    }
}
