package tranche.portal.raise.events;

import static tranche.portal.raise.events.RaiseAvro.money;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReopened;
import tranche.commitments.CapitalCallApproved;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDraftEdited;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallPaid;
import tranche.commitments.CapitalCallReopened;
import tranche.commitments.CapitalCallReturned;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.ConditionGroup;
import tranche.commitments.FundForecastChanged;
import tranche.commitments.InvestmentMade;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCallDrafted;
import tranche.commitments.TrancheCancelled;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.portal.raise.domain.CallPicture;
import tranche.portal.raise.domain.CallStage;
import tranche.portal.raise.domain.Fact;
import tranche.portal.raise.domain.TranchePicture;
import tranche.portal.raise.domain.TranchePicture.Expected;
import tranche.portal.raise.domain.TrancheState;
import tranche.values.money.Money;

/** What the events of tranches, calls and investments mean for the raise: pictures in sum, and none of an investor's lines. */
final class FundingAvro {

    private FundingAvro() {}

    static List<Fact> facts(SpecificRecord event) {
        return switch (event) {
            case TrancheDrafted e -> List.of(new Fact.OfTranche(e.getTrancheId(), _ -> drafted(e)));
            case TrancheCreated e -> List.of(moved(e.getTrancheId(), e.getState()));
            case TrancheConditionsMet e -> List.of(moved(e.getTrancheId(), e.getState()));
            case TrancheCallDrafted e -> List.of(moved(e.getTrancheId(), e.getState()));
            case TrancheHeld e -> List.of(moved(e.getTrancheId(), e.getState()));
            case TrancheRelocked e -> List.of(moved(e.getTrancheId(), e.getState()));
            case TrancheCancelled e -> List.of(moved(e.getTrancheId(), e.getState()));
            case TrancheAmended e ->
                List.of(tranche(
                        e.getTrancheId(),
                        tranche -> tranche.waitingFor(milestones(e.getConditions()))
                                .moved(TrancheState.valueOf(e.getState()))));
            case TrancheReleased e ->
                List.of(tranche(
                        e.getTrancheId(), tranche -> tranche.released(e.getMilestoneIds(), e.getWaivedMilestoneIds())));
            case FundForecastChanged e ->
                e.getRows().stream()
                        .map(row -> tranche(
                                row.getTrancheId(),
                                tranche -> tranche.expecting(row.getDueDate()
                                        .flatMap(due ->
                                                row.getAmount().map(amount -> new Expected(due, money(amount)))))))
                        .toList();
            case InvestmentMade e ->
                List.of(new Fact.OfInvestment(
                        e.getHead().getAggregateId(),
                        e.getProgrammeId(),
                        e.getFundId(),
                        e.getProjectId(),
                        e.getTrancheId(),
                        money(e.getAmount()),
                        e.getDate()));
            default -> ofCall(event);
        };
    }

    private static List<Fact> ofCall(SpecificRecord event) {
        return switch (event) {
            case CapitalCallDrafted e -> List.of(new Fact.OfCall(e.getHead().getAggregateId(), _ -> drafted(e)));
            case CapitalCallDraftEdited e -> List.of(new Fact.OfCall(e.getHead().getAggregateId(), _ -> edited(e)));
            case CapitalCallApproved e -> List.of(call(e.getHead().getAggregateId(), e.getState()));
            case CapitalCallReturned e -> List.of(call(e.getHead().getAggregateId(), e.getState()));
            case CapitalCallReopened e -> List.of(call(e.getHead().getAggregateId(), e.getState()));
            case CapitalCallIssued e -> List.of(call(e.getHead().getAggregateId(), e.getState()));
            case CapitalCallCancelled e -> List.of(call(e.getHead().getAggregateId(), e.getState()));
            case CapitalCallPaid e -> List.of(call(e.getHead().getAggregateId(), e.getState()));
            case CallLinePartPaid e -> List.of(paid(e.getCallId(), money(e.getPaid()), e.getCallState()));
            case CallLinePaid e -> List.of(paid(e.getCallId(), money(e.getPaid()), e.getCallState()));
            case CallLineReopened e ->
                List.of(paid(e.getCallId(), money(e.getReopened()).negated(), e.getCallState()));
            case CallLineOverdue e -> List.of(call(e.getCallId(), e.getCallState()));
            case CapitalCallReversed e ->
                Stream.concat(
                                Stream.of(call(e.getHead().getAggregateId(), e.getState())),
                                e.getTrancheId().map(id -> tranche(id, TranchePicture::takenBack)).stream())
                        .toList();
            default -> List.of();
        };
    }

    private static TranchePicture drafted(TrancheDrafted e) {
        return new TranchePicture(
                e.getTrancheId(),
                e.getProgrammeId(),
                e.getFundId(),
                e.getProjectId(),
                e.getName(),
                money(e.getAmount()),
                TrancheState.valueOf(e.getState()),
                milestones(e.getConditions()),
                List.of(),
                false,
                Optional.empty());
    }

    /** Those that are named, in order, none twice. */
    private static List<UUID> milestones(List<ConditionGroup> conditions) {
        return conditions.stream()
                .flatMap(group -> group.getConditions().stream())
                .flatMap(condition -> condition.getMilestoneId().stream())
                .distinct()
                .toList();
    }

    private static CallPicture drafted(CapitalCallDrafted e) {
        return new CallPicture(
                e.getHead().getAggregateId(),
                e.getProgrammeId(),
                e.getFundId(),
                e.getTrancheId(),
                e.getReference(),
                money(e.getTotal()),
                money(e.getTotal()),
                e.getDueDate(),
                CallStage.valueOf(e.getState()));
    }

    private static CallPicture edited(CapitalCallDraftEdited e) {
        return new CallPicture(
                e.getHead().getAggregateId(),
                e.getProgrammeId(),
                e.getFundId(),
                e.getTrancheId(),
                e.getReference(),
                money(e.getTotal()),
                money(e.getTotal()),
                e.getDueDate(),
                CallStage.valueOf(e.getState()));
    }

    private static Fact moved(UUID tranche, String state) {
        return tranche(tranche, picture -> picture.moved(TrancheState.valueOf(state)));
    }

    private static Fact tranche(UUID id, UnaryOperator<TranchePicture> change) {
        return new Fact.OfTranche(id, before -> change.apply(before.orElseThrow()));
    }

    private static Fact call(UUID id, String state) {
        return new Fact.OfCall(id, before -> before.orElseThrow().moved(CallStage.valueOf(state)));
    }

    private static Fact paid(UUID id, Money amount, String state) {
        return new Fact.OfCall(id, before -> before.orElseThrow().paid(amount, CallStage.valueOf(state)));
    }
}
