package tranche.portal.raise.store;

import static tranche.portal.raise.store.RaiseEvents.FUND;
import static tranche.portal.raise.store.RaiseEvents.PROGRAMME;
import static tranche.portal.raise.store.RaiseEvents.SOVEREIGN;
import static tranche.portal.raise.store.RaiseEvents.amount;
import static tranche.portal.raise.store.RaiseEvents.head;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.CommitmentDrawn;
import tranche.commitments.ConditionGroup;
import tranche.commitments.ForecastRow;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.InvestmentMade;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCondition;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheReleased;

/** Events of tranches, calls and investments of the fund of {@link RaiseEvents}. */
final class FundingEvents {

    private static final String HASH = "0".repeat(64);

    private FundingEvents() {}

    static TrancheDrafted tranche(UUID id, UUID project, String amount, UUID... milestones) {
        return TrancheDrafted.newBuilder()
                .setHead(head(id, 1))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTrancheId(id)
                .setProjectId(project)
                .setName("Slice")
                .setAmount(amount("USD", amount))
                .setConditionVersion(1)
                .setConditionsFrom(LocalDate.parse("2026-03-01"))
                .setConditions(Arrays.stream(milestones)
                        .map(milestone -> ConditionGroup.newBuilder()
                                .setConditions(List.of(TrancheCondition.newBuilder()
                                        .setType("MILESTONE_VERIFIED")
                                        .setMilestoneId(milestone)
                                        .build()))
                                .build())
                        .toList())
                .setConditionsHash(HASH)
                .setState("DRAFT")
                .build();
    }

    static TrancheCreated locked(UUID id) {
        return TrancheCreated.newBuilder()
                .setHead(head(id, 2))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTrancheId(id)
                .setAmount(amount("USD", "1.00"))
                .setContentHash(HASH)
                .setState("LOCKED")
                .build();
    }

    /** Its conditions name no milestone any more. */
    static TrancheAmended amended(UUID id) {
        return TrancheAmended.newBuilder()
                .setHead(head(id, 3))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTrancheId(id)
                .setConditionVersion(2)
                .setConditionsFrom(LocalDate.parse("2026-03-01"))
                .setConditions(List.of(ConditionGroup.newBuilder()
                        .setConditions(List.of(TrancheCondition.newBuilder()
                                .setType("DATE_REACHED")
                                .setDate(LocalDate.parse("2026-03-01"))
                                .build()))
                        .build()))
                .setConditionsHash(HASH)
                .setReason("Paid early for other terms.")
                .setProposedBy(UUID.randomUUID())
                .setState("LOCKED")
                .build();
    }

    static TrancheReleased released(UUID id, String amount, List<UUID> milestones, List<UUID> waived) {
        return TrancheReleased.newBuilder()
                .setHead(head(id, 4))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTrancheId(id)
                .setCallId(UUID.randomUUID())
                .setAmount(amount("USD", amount))
                .setConditionVersion(1)
                .setMilestoneIds(milestones)
                .setVerifiedMilestoneIds(List.of())
                .setWaivedMilestoneIds(waived)
                .setState("RELEASED")
                .build();
    }

    static FundForecastChanged expected(UUID tranche, String due, String amount) {
        return FundForecastChanged.newBuilder()
                .setHead(head(UUID.randomUUID(), 1))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setRows(List.of(ForecastRow.newBuilder()
                        .setTrancheId(tranche)
                        .setChange("ADDED")
                        .setDueDate(LocalDate.parse(due))
                        .setAmount(amount("USD", amount))
                        .build()))
                .build();
    }

    static CapitalCallDrafted call(UUID id, @Nullable UUID tranche, String total, String due) {
        return CapitalCallDrafted.newBuilder()
                .setHead(head(id, 1))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTrancheId(tranche)
                .setReference("RF18TR00")
                .setDueDate(LocalDate.parse(due))
                .setPurpose("Tools")
                .setBasis("COMMITMENT")
                .setTotal(amount("USD", total))
                .setComponents(List.of())
                .setLines(1)
                .setContentHash(HASH)
                .setState("DRAFT")
                .build();
    }

    static CapitalCallApproved approved(UUID id, String total) {
        return CapitalCallApproved.newBuilder()
                .setHead(head(id, 2))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTotal(amount("USD", total))
                .setContentHash(HASH)
                .setState("APPROVED")
                .build();
    }

    static CapitalCallIssued issued(UUID id, @Nullable UUID tranche, String total) {
        return CapitalCallIssued.newBuilder()
                .setHead(head(id, 2))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTrancheId(tranche)
                .setReference("RF18TR00")
                .setDueDate(LocalDate.parse("2026-06-15"))
                .setTotal(amount("USD", total))
                .setLines(1)
                .setContentHash(HASH)
                .setState("ISSUED")
                .build();
    }

    static CallLinePartPaid paid(UUID call, String paid) {
        return CallLinePartPaid.newBuilder()
                .setHead(head(call, 3))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setCallId(call)
                .setCallLineId(UUID.randomUUID())
                .setCommitmentId(UUID.randomUUID())
                .setInvestorId(SOVEREIGN)
                .setAmount(amount("USD", "20.00"))
                .setOpen(amount("USD", "15.00"))
                .setDueDate(LocalDate.parse("2026-04-01"))
                .setPaid(amount("USD", paid))
                .setState("PART_PAID")
                .setCallState("PART_PAID")
                .build();
    }

    static CapitalCallReversed reversed(UUID id, UUID tranche, String total) {
        return CapitalCallReversed.newBuilder()
                .setHead(head(id, 4))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setTrancheId(tranche)
                .setTotal(amount("USD", total))
                .setStateBefore("ISSUED")
                .setReason("Called in error.")
                .setProposedBy(UUID.randomUUID())
                .setState("REVERSED")
                .build();
    }

    static CommitmentDrawn drawn(UUID commitment, String amount, String called, String paid) {
        return CommitmentDrawn.newBuilder()
                .setHead(head(commitment, 5))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setInvestorId(SOVEREIGN)
                .setCallId(UUID.randomUUID())
                .setAmount(amount("USD", amount))
                .setCalled(amount("USD", called))
                .setPaid(amount("USD", paid))
                .setRestored(amount("USD", "0.00"))
                .setUncalled(amount("USD", "0.00"))
                .setState("CLOSED")
                .build();
    }

    static InvestmentMade invested(UUID project, String amount) {
        return InvestmentMade.newBuilder()
                .setHead(head(UUID.randomUUID(), 1))
                .setProgrammeId(PROGRAMME)
                .setFundId(FUND)
                .setProjectId(project)
                .setDate(LocalDate.parse("2026-03-20"))
                .setAmount(amount("USD", amount))
                .build();
    }
}
