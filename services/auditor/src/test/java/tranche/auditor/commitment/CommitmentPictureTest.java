package tranche.auditor.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tranche.Head;
import tranche.Money;
import tranche.commitments.ClosingEffective;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentTakeOnDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;

@DisplayName("§2.1: what an event may say of a commitment")
class CommitmentPictureTest {

    private static final UUID GIVER = new UUID(1, 1);
    private static final UUID TAKER = new UUID(1, 2);
    private static final UUID SOMEBODY = new UUID(2, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private static Head head(UUID aggregate, long version) {
        return Head.newBuilder()
                .setEventId(new UUID(9, version))
                .setAggregateId(aggregate)
                .setVersion(version)
                .setSequence(version)
                .setEffectiveDate(DAY)
                .setRecordedAt(Instant.parse("2026-03-31T12:00:00Z"))
                .setActorId(SOMEBODY)
                .setCausationId(null)
                .setCorrelationId(SOMEBODY)
                .build();
    }

    private static Money usd(String value) {
        return Money.newBuilder()
                .setValue(new BigDecimal(value).setScale(4))
                .setCurrency("USD")
                .build();
    }

    /** Of a hundred, ten and a cent were called and paid. */
    private static CommitmentPicture taken() {
        CommitmentPicture picture = new CommitmentPicture(GIVER);
        assertThat(picture.apply(CommitmentTakeOnDrafted.newBuilder()
                        .setHead(head(GIVER, 1))
                        .setProgrammeId(SOMEBODY)
                        .setFundId(SOMEBODY)
                        .setInvestorId(SOMEBODY)
                        .setAmount(usd("100"))
                        .setCalled(usd("10.01"))
                        .setPaid(usd("10.01"))
                        .setRestored(usd("0"))
                        .setDistributed(usd("0"))
                        .setAsOf(DAY)
                        .setSource("old books")
                        .setState("DRAFT")
                        .build()))
                .isTrue();
        assertThat(picture.apply(takenOn("100"))).isTrue();
        return picture;
    }

    private static CommitmentTakenOn takenOn(String amount) {
        return CommitmentTakenOn.newBuilder()
                .setHead(head(GIVER, 2))
                .setProgrammeId(SOMEBODY)
                .setFundId(SOMEBODY)
                .setInvestorId(SOMEBODY)
                .setAmount(usd(amount))
                .setCalled(usd("10.01"))
                .setPaid(usd("10.01"))
                .setRestored(usd("0"))
                .setDistributed(usd("0"))
                .setAsOf(DAY)
                .setSource("old books")
                .setState("CLOSED")
                .setContentHash("00")
                .build();
    }

    private static CommitmentAmended amended(String before, String after, String committed) {
        return CommitmentAmended.newBuilder()
                .setHead(head(GIVER, 3))
                .setProgrammeId(SOMEBODY)
                .setFundId(SOMEBODY)
                .setInvestorId(SOMEBODY)
                .setAmountBefore(usd(before))
                .setAmount(usd(after))
                .setFundCommitted(usd(committed))
                .setDocuments(List.of())
                .setProposedBy(SOMEBODY)
                .setReason("agreed")
                .setState("CLOSED")
                .setContentHash("00")
                .build();
    }

    private static CommitmentTransferred half(String called) {
        return CommitmentTransferred.newBuilder()
                .setHead(head(GIVER, 3))
                .setProgrammeId(SOMEBODY)
                .setFundId(SOMEBODY)
                .setInvestorId(SOMEBODY)
                .setToInvestorId(SOMEBODY)
                .setToCommitmentId(TAKER)
                .setAmountBefore(usd("100"))
                .setTransferred(usd("50"))
                .setAmount(usd("50"))
                .setCalled(usd(called))
                .setPaid(usd(called))
                .setRestored(usd("0"))
                .setDistributed(usd("0"))
                .setDocuments(List.of())
                .setProposedBy(SOMEBODY)
                .setState("CLOSED")
                .setContentHash("00")
                .build();
    }

    private static CommitmentTransferReceived received(String called) {
        return CommitmentTransferReceived.newBuilder()
                .setHead(head(TAKER, 1))
                .setProgrammeId(SOMEBODY)
                .setFundId(SOMEBODY)
                .setInvestorId(SOMEBODY)
                .setFromInvestorId(SOMEBODY)
                .setFromCommitmentId(GIVER)
                .setAmount(usd("50"))
                .setCalled(usd(called))
                .setPaid(usd(called))
                .setRestored(usd("0"))
                .setDistributed(usd("0"))
                .setState("CLOSED")
                .build();
    }

    @Test
    void is_divided_to_the_cent_or_is_found() {
        assertThat(taken().apply(half("5.01"))).isTrue();
        assertThat(taken().apply(half("5.00"))).isFalse();
        CommitmentPicture taker = taken().taker(half("5.01")).orElseThrow();
        assertThat(taker.apply(received("5.00"))).isTrue();
        assertThat(taken().taker(half("5.01")).orElseThrow().apply(received("5.01")))
                .isFalse();
        assertThat(taker.columns())
                .containsEntry("transferred_from", GIVER)
                .containsEntry("state", "CLOSED")
                .containsEntry("opening_called", new BigDecimal("5.0000"));
        assertThat(new CommitmentPicture(TAKER).apply(received("5.00")))
                .as("of which nothing was told before")
                .isFalse();
    }

    @Test
    void follows_upon_the_amount_that_there_was() {
        assertThat(taken().apply(amended("100", "90", "90"))).isTrue();
        assertThat(taken().apply(amended("100.01", "90", "90"))).isFalse();
    }

    @Test
    void is_what_the_fund_has_all_together() {
        var committed = new Committed();
        assertThat(committed.expected(takenOn("100"))).isEmpty();
        assertThat(committed.expected(ClosingEffective.newBuilder()
                        .setHead(head(SOMEBODY, 1))
                        .setProgrammeId(SOMEBODY)
                        .setFundId(SOMEBODY)
                        .setKind("INITIAL")
                        .setDate(DAY)
                        .setCommitmentIds(List.of(GIVER, TAKER))
                        .setTotal(usd("30"))
                        .setState("EFFECTIVE")
                        .build()))
                .isEmpty();
        assertThat(committed.expected(closed("10", "130"))).isEmpty();
        assertThat(committed.expected(closed("20", "129"))).contains(new BigDecimal("130.0000"));
        assertThat(committed.expected(amended("100", "90", "120"))).isEmpty();
        assertThat(committed.expected(amended("90", "95", "120"))).contains(new BigDecimal("125.0000"));
    }

    private static CommitmentClosed closed(String amount, String committed) {
        return CommitmentClosed.newBuilder()
                .setHead(head(TAKER, 4))
                .setProgrammeId(SOMEBODY)
                .setFundId(SOMEBODY)
                .setInvestorId(SOMEBODY)
                .setAmount(usd(amount))
                .setState("CLOSED")
                .setClosingId(SOMEBODY)
                .setClosingDate(DAY)
                .setFundCommitted(usd(committed))
                .build();
    }
}
