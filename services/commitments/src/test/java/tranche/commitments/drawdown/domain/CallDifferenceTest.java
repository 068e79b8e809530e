package tranche.commitments.drawdown.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static tranche.commitments.drawdown.domain.Funds.ANA;
import static tranche.commitments.drawdown.domain.Funds.CALL;
import static tranche.commitments.drawdown.domain.Funds.TODAY;
import static tranche.commitments.drawdown.domain.Funds.cents;
import static tranche.commitments.drawdown.domain.TrancheCallsTest.after;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.commitments.drawdown.domain.CallCommand.EditCall;
import tranche.commitments.drawdown.domain.CallDifference.Changed;
import tranche.commitments.drawdown.domain.CallDifference.Part;
import tranche.commitments.fund.domain.CallBasis;

@DisplayName("D-6: what an edit changed")
class CallDifferenceTest {

    private static final Drawdowns DRAFTED =
            after(Funds.fund(CallBasis.COMMITMENT, List.of(100_00, 50_00)), Funds.draft(List.of(30_00, 1_50)));

    private static CallDifference difference(Drawdowns before, Drawdowns now) {
        return CallDifference.between(
                before.calls().get(CALL).orElseThrow(),
                before.linesOf(CALL),
                now.calls().get(CALL).orElseThrow(),
                now.linesOf(CALL));
    }

    private static Drawdowns edited(Optional<LocalDate> due, Optional<List<CallComponent>> components, String purpose) {
        return after(DRAFTED, new EditCall(CALL, due, components, Optional.of(purpose), ANA, OptionalLong.empty()));
    }

    @Test
    void is_nothing_where_it_says_the_same() {
        assertThat(difference(DRAFTED, edited(Optional.empty(), Optional.empty(), "Fab 1")))
                .isEqualTo(new CallDifference(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of()));
    }

    @Test
    void is_the_day_and_the_purpose_where_the_amounts_stay() {
        CallDifference difference = difference(DRAFTED, edited(Optional.of(TODAY), Optional.empty(), "Fab 2"));

        assertThat(difference.dueDate()).contains(new Changed<>(TODAY.plusDays(30), TODAY));
        assertThat(difference.purpose()).contains(new Changed<>("Fab 1", "Fab 2"));
        assertThat(difference.total()).isEmpty();
        assertThat(difference.components()).isEmpty();
        assertThat(difference.lines()).isEmpty();
    }

    @Test
    void is_each_kind_and_each_line_of_which_another_amount_is_called() {
        var investment = new CallComponent(ComponentType.INVESTMENT, cents(15_00));
        var more = new CallComponent(ComponentType.INVESTMENT, cents(15_00));
        var expense = new CallComponent(ComponentType.EXPENSE, cents(3_00));
        CallDifference difference =
                difference(DRAFTED, edited(Optional.empty(), Optional.of(List.of(investment, more, expense)), "Fab 1"));

        assertThat(difference.total()).contains(new Changed<>(cents(31_50), cents(33_00)));
        assertThat(difference.components())
                .as("the investment is the same, in two parts")
                .containsExactly(
                        new Part(ComponentType.FEE, Optional.of(cents(1_50)), Optional.empty()),
                        new Part(ComponentType.EXPENSE, Optional.empty(), Optional.of(cents(3_00))));
        assertThat(difference.lines())
                .extracting(line -> line.was().orElseThrow(), line -> line.is().orElseThrow())
                .containsExactly(tuple(cents(21_00), cents(22_00)), tuple(cents(10_50), cents(11_00)));
    }

    @Test
    void tells_of_a_line_that_is_gone_and_of_one_that_has_come() {
        var oneCent = new CallComponent(ComponentType.INVESTMENT, cents(1));
        Drawdowns less = edited(Optional.empty(), Optional.of(List.of(oneCent)), "Fab 1");

        assertThat(difference(DRAFTED, less).lines())
                .filteredOn(line -> line.is().isEmpty())
                .singleElement()
                .satisfies(line -> assertThat(line.was()).contains(cents(10_50)));
        assertThat(difference(less, DRAFTED).lines())
                .filteredOn(line -> line.was().isEmpty())
                .singleElement()
                .satisfies(line -> assertThat(line.is()).contains(cents(10_50)));
    }
}
