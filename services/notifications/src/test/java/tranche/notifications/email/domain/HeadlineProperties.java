package tranche.notifications.email.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import tranche.values.money.Currency;
import tranche.values.money.Money;

class HeadlineProperties {

    @Property(tries = 300)
    void is_the_same_in_whatever_order_it_was_told_and_never_of_more_than_moved(
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 900) Integer> days,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9_999) Integer> amounts,
            @ForAll long seed) {
        List<Slip.Said> told = HeadlineTest.story(days, amounts);
        List<Slip.Said> shuffled = new ArrayList<>(told);
        Collections.shuffle(shuffled, new Random(seed));
        Headline headline = Headline.of(Slip.of(told));

        assertThat(Headline.of(Slip.of(shuffled))).isEqualTo(headline);
        assertThat(headline.days())
                .isEqualTo(days.stream().mapToInt(day -> day).max().orElse(0));
        Money all = HeadlineTest.amounts(told).reduce(Money.zero(new Currency("USD")), Money::plus);
        assertThat(headline.amount())
                .hasValueSatisfying(amount -> assertThat(amount).isLessThanOrEqualTo(all));
        assertThat(headline.turn() == Headline.Turn.DAYS)
                .isEqualTo(headline.amount().equals(java.util.Optional.of(all))
                        && headline.year().isEmpty());
    }
}
