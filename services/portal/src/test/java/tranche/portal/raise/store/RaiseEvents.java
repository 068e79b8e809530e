package tranche.portal.raise.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.ClosingEffective;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.FundCreated;
import tranche.commitments.FundTerms;
import tranche.commitments.InvestorKycRecorded;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.InvestorSuspended;
import tranche.commitments.ProgrammeCreated;
import tranche.portal.AccountCreated;
import tranche.portal.raise.domain.Fact;
import tranche.portal.raise.events.RaiseAvro;

/** Events of a raise, of one programme with a fund and an investor unless another is named, and how they are taken in. */
final class RaiseEvents {

    static final UUID PROGRAMME = UUID.randomUUID();
    static final UUID FUND = UUID.randomUUID();
    static final UUID SOVEREIGN = UUID.randomUUID();
    static final UUID MAKER = UUID.randomUUID();

    private static long sequence;

    private RaiseEvents() {}

    static void tell(DataSource dataSource, SpecificRecord... events) throws SQLException {
        List<Fact> facts = new ArrayList<>();
        for (SpecificRecord event : events) {
            facts.addAll(RaiseAvro.facts(event, FUND));
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            RaiseRows.keep(connection, facts);
            connection.commit();
        }
    }

    static Head head(UUID aggregate, long version) {
        return Head.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAggregateId(aggregate)
                .setVersion(version)
                .setSequence(++sequence)
                .setEffectiveDate(LocalDate.parse("2026-03-01"))
                .setRecordedAt(Instant.parse("2026-03-02T10:00:00Z").plusSeconds(sequence))
                .setActorId(MAKER)
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    static tranche.Money amount(String currency, String value) {
        return tranche.Money.newBuilder()
                .setCurrency(currency)
                .setValue(new BigDecimal(value).setScale(4))
                .build();
    }

    static ProgrammeCreated programme(UUID id, String name, String target) {
        return ProgrammeCreated.newBuilder()
                .setHead(head(id, 1))
                .setProgrammeId(id)
                .setName(name)
                .setHeadlineCurrency("USD")
                .setTarget(amount("USD", target))
                .setZone("UTC")
                .build();
    }

    static FundCreated fund(UUID id, UUID programme, String name, String currency) {
        return fund(id, programme, name, currency, false).build();
    }

    /** A fund that takes at most so much, and only investors whose checks are cleared. */
    static FundCreated strict(UUID id, UUID programme, String name, String cap) {
        return fund(id, programme, name, "USD", true).setCap(amount("USD", cap)).build();
    }

    static InvestorKycRecorded checked(UUID investor, String status, LocalDate until) {
        return InvestorKycRecorded.newBuilder()
                .setHead(head(investor, 2))
                .setInvestorId(investor)
                .setStatus(status)
                .setValidUntil(until)
                .build();
    }

    private static FundCreated.Builder fund(UUID id, UUID programme, String name, String currency, boolean checks) {
        return FundCreated.newBuilder()
                .setHead(head(id, 1))
                .setProgrammeId(programme)
                .setFundId(id)
                .setName(name)
                .setBaseCurrency(currency)
                .setCalendar("US")
                .setTerms(FundTerms.newBuilder().setRequireKyc(checks).build())
                .setZone("UTC");
    }

    static InvestorRegistered investor(UUID id, String name, String kind) {
        return InvestorRegistered.newBuilder()
                .setHead(head(id, 1))
                .setInvestorId(id)
                .setName(name)
                .setKind(kind)
                .setCountry("AE")
                .build();
    }

    static CommitmentDrafted draft(UUID id, UUID fund, UUID programme, UUID investor, String currency, String amount) {
        return CommitmentDrafted.newBuilder()
                .setHead(head(id, 1))
                .setProgrammeId(programme)
                .setFundId(fund)
                .setInvestorId(investor)
                .setAmount(amount(currency, amount))
                .setState("DRAFT")
                .build();
    }

    static CommitmentSubmitted submit(UUID id, String amount, UUID investor) {
        return submit(id, amount, investor, FUND, PROGRAMME);
    }

    static CommitmentSubmitted submit(UUID id, String amount, UUID investor, UUID fund, UUID programme) {
        return CommitmentSubmitted.newBuilder()
                .setHead(head(id, 2))
                .setProgrammeId(programme)
                .setFundId(fund)
                .setInvestorId(investor)
                .setAmount(amount("USD", amount))
                .setState("SUBMITTED")
                .setSource("press; general knowledge, unverified: amount")
                .build();
    }

    static CommitmentAccepted accept(UUID id, String amount) {
        return CommitmentAccepted.newBuilder()
                .setHead(head(id, 3))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setInvestorId(SOVEREIGN)
                .setAmount(amount("USD", amount))
                .setState("ACCEPTED")
                .setClosingDate(LocalDate.parse("2026-03-31"))
                .setContentHash("0".repeat(64))
                .build();
    }

    static CommitmentClosed close(UUID id, String amount) {
        return CommitmentClosed.newBuilder()
                .setHead(head(id, 4))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setInvestorId(SOVEREIGN)
                .setAmount(amount("USD", amount))
                .setState("CLOSED")
                .setClosingId(UUID.randomUUID())
                .setClosingDate(LocalDate.parse("2026-03-31"))
                .build();
    }

    static AccountCreated account(UUID account, UUID person) {
        return AccountCreated.newBuilder()
                .setHead(head(account, 1))
                .setAccountId(account)
                .setPersonId(person)
                .build();
    }

    static InvestorSuspended suspended(UUID investor, String reason) {
        return InvestorSuspended.newBuilder()
                .setHead(head(investor, 2))
                .setInvestorId(investor)
                .setReason(reason)
                .build();
    }

    static ClosingEffective effective(String total, UUID... commitments) {
        return ClosingEffective.newBuilder()
                .setHead(head(UUID.randomUUID(), 3))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setKind("INITIAL")
                .setDate(LocalDate.parse("2026-03-31"))
                .setCommitmentIds(List.of(commitments))
                .setTotal(amount("USD", total))
                .setState("EFFECTIVE")
                .build();
    }

    static CommitmentAmended amended(UUID id, String before, String after) {
        return CommitmentAmended.newBuilder()
                .setHead(head(id, 5))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setInvestorId(SOVEREIGN)
                .setAmountBefore(amount("USD", before))
                .setAmount(amount("USD", after))
                .setFundCommitted(amount("USD", after))
                .setProposedBy(MAKER)
                .setReason("Agreed in March")
                .setState("CLOSED")
                .setContentHash("0".repeat(64))
                .build();
    }

    /** A part of what the sovereign fund has goes over, without a reason; the whole where as much as before does. */
    static CommitmentTransferred transferred(
            UUID id, long version, UUID to, UUID toInvestor, String before, String moved, String called) {
        BigDecimal left = new BigDecimal(before).subtract(new BigDecimal(moved));
        return CommitmentTransferred.newBuilder()
                .setHead(head(id, version))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setInvestorId(SOVEREIGN)
                .setToInvestorId(toInvestor)
                .setToCommitmentId(to)
                .setAmountBefore(amount("USD", before))
                .setTransferred(amount("USD", moved))
                .setAmount(amount("USD", left.toPlainString()))
                .setCalled(amount("USD", called))
                .setPaid(amount("USD", called))
                .setRestored(amount("USD", "0"))
                .setDistributed(amount("USD", "0"))
                .setProposedBy(MAKER)
                .setState(left.signum() == 0 ? "TRANSFERRED" : "CLOSED")
                .setContentHash("0".repeat(64))
                .build();
    }

    static CommitmentTransferReceived received(UUID id, UUID investor, UUID from, String amount, String called) {
        return CommitmentTransferReceived.newBuilder()
                .setHead(head(id, 1))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setInvestorId(investor)
                .setFromInvestorId(SOVEREIGN)
                .setFromCommitmentId(from)
                .setAmount(amount("USD", amount))
                .setCalled(amount("USD", called))
                .setPaid(amount("USD", called))
                .setRestored(amount("USD", "0"))
                .setDistributed(amount("USD", "0"))
                .setState("CLOSED")
                .build();
    }
}
