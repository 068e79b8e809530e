package tranche.portal.receipt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.portal.receipt.domain.Proposal.Likelihood;
import tranche.portal.receipt.domain.Proposal.Rule;
import tranche.values.money.Money;

@DisplayName("D-4: what a receipt may be for")
class ReceiptTest {

    private static final UUID NORTH = UUID.randomUUID();
    private static final UUID SOUTH = UUID.randomUUID();

    private static Money usd(String value) {
        return Money.of("USD", value);
    }

    private static Proposal proposal(UUID investor, String open, String amount, Rule rule) {
        return new Proposal(
                UUID.randomUUID(), UUID.randomUUID(), investor, "RF46TR00000001", usd(open), usd(amount), rule);
    }

    private static Receipt receipt(String amount, String refunded, Proposal... proposals) {
        return new Receipt(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                ReceiptState.UNMATCHED,
                List.of("match"),
                "A-1",
                LocalDate.parse("2026-03-01"),
                usd(amount),
                new Receipt.Payer(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                List.of(proposals),
                List.of(),
                List.of(),
                usd(refunded),
                Optional.empty(),
                Instant.EPOCH,
                1);
    }

    @Test
    void is_the_likelier_the_more_of_it_the_payer_said() {
        assertThat(proposal(NORTH, "10.00", "10.00", Rule.REFERENCE).likelihood())
                .isEqualTo(Likelihood.VERY_LIKELY);
        Proposal less = proposal(NORTH, "10.00", "9.99", Rule.REFERENCE);
        assertThat(less.likelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(less.left()).isEqualTo(usd("0.01"));
        assertThat(proposal(NORTH, "10.00", "10.00", Rule.DEBTOR).likelihood()).isEqualTo(Likelihood.POSSIBLE);
    }

    @Test
    void needs_no_more_said_where_nothing_is_left_or_what_is_left_can_be_one_investors_only() {
        Proposal north = proposal(NORTH, "10.00", "10.00", Rule.REFERENCE);
        Proposal south = proposal(SOUTH, "5.00", "5.00", Rule.REFERENCE);

        assertThat(receipt("10.00", "0.00").isProposedWhole()).isFalse();
        assertThat(receipt("15.00", "0.00", north, south).isProposedWhole()).isTrue();
        assertThat(receipt("15.01", "0.00", north, south).isProposedWhole()).isFalse();
        Receipt more = receipt("10.01", "0.00", north);
        assertThat(more.isProposedWhole()).isTrue();
        assertThat(more.excess()).isEqualTo(usd("0.01"));
        assertThat(more.holder()).contains(NORTH);
        assertThat(receipt("12.00", "2.00", north).excess()).isEqualTo(usd("0.00"));
    }
}
