package tranche.portal.raise.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.commitments.CapitalCallCancelled;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.CapitalCallIssued;
import tranche.commitments.CapitalCallPaid;
import tranche.commitments.CapitalCallReversed;
import tranche.commitments.ClosingApproved;
import tranche.commitments.ClosingCancelled;
import tranche.commitments.ClosingEffective;
import tranche.commitments.ClosingPlanned;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentDraftEdited;
import tranche.commitments.CommitmentDrafted;
import tranche.commitments.CommitmentDrawn;
import tranche.commitments.CommitmentReturned;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.CommitmentTakeOnDrafted;
import tranche.commitments.CommitmentTakenOn;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.FundClosedToNew;
import tranche.commitments.FundCreated;
import tranche.commitments.FundTermsChanged;
import tranche.commitments.InvestmentMade;
import tranche.commitments.InvestorChanged;
import tranche.commitments.InvestorKycRecorded;
import tranche.commitments.InvestorRegistered;
import tranche.commitments.InvestorSuspended;
import tranche.commitments.ProgrammeCreated;
import tranche.commitments.TrancheReleased;
import tranche.portal.AccountCreated;
import tranche.portal.PersonLinked;
import tranche.portal.raise.domain.ChangeKind;
import tranche.portal.raise.domain.CommitmentPicture;
import tranche.portal.raise.domain.CommitmentState;
import tranche.portal.raise.domain.DatePrecision;
import tranche.portal.raise.domain.Fact;
import tranche.portal.raise.domain.InvestorKind;
import tranche.portal.raise.domain.KnownDate;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** Turns events into what they mean for the pages. An event that no page shows means nothing here. */
public final class RaiseAvro {

    private RaiseAvro() {}

    /** The facts of an event, in the order in which they are to be kept; none where no page shows it. */
    public static List<Fact> facts(SpecificRecord event, UUID key) {
        return switch (event) {
            case ProgrammeCreated e -> List.of(programme(e), told(e, e.getHead(), key, scope(e.getProgrammeId())));
            case FundCreated e -> List.of(fund(e), told(e, e.getHead(), key, scope(e.getProgrammeId(), e.getFundId())));
            case FundTermsChanged e ->
                List.of(
                        new Fact.OfTerms(
                                e.getFundId(),
                                e.getCap().map(RaiseAvro::money),
                                e.getTerms().getRequireKyc()),
                        told(
                                e,
                                e.getHead(),
                                key,
                                scope(e.getProgrammeId(), e.getFundId()).because(e.getReason())));
            case FundClosedToNew e ->
                List.of(
                        new Fact.OfClosedFund(e.getFundId()),
                        told(e, e.getHead(), key, scope(e.getProgrammeId(), e.getFundId())));
            case InvestorRegistered e ->
                List.of(
                        investor(e.getInvestorId(), e.getName(), e.getKind(), e.getCountry(), e.getConsentToBeNamed()),
                        told(e, e.getHead(), key, investorScope(e.getInvestorId())));
            case InvestorChanged e ->
                List.of(
                        investor(e.getInvestorId(), e.getName(), e.getKind(), e.getCountry(), e.getConsentToBeNamed()),
                        told(e, e.getHead(), key, investorScope(e.getInvestorId())));
            case InvestorKycRecorded e -> List.of(new Fact.OfKyc(e.getInvestorId(), e.getStatus(), e.getValidUntil()));
            case InvestorSuspended e ->
                List.of(told(
                        e, e.getHead(), key, investorScope(e.getInvestorId()).because(e.getReason())));
            case CommitmentDrafted e -> List.of(drafted(e), told(e, e.getHead(), key, parts(e)));
            case CommitmentDraftEdited e ->
                List.of(
                        step(
                                e.getHead(),
                                e.getState(),
                                picture -> picture.edited(
                                        money(e.getAmount()),
                                        known(e.getHead().getEffectiveDate(), e.getEffectiveDatePrecision()),
                                        e.getHead().getActorId())),
                        told(e, e.getHead(), key, parts(e)));
            case CommitmentSubmitted e ->
                List.of(
                        step(
                                e.getHead(),
                                e.getState(),
                                picture -> picture.withEvidence(
                                        e.getSource(),
                                        e.getDocuments(),
                                        e.getHead().getActorId())),
                        told(e, e.getHead(), key, parts(e)));
            case CommitmentReturned e ->
                List.of(step(e.getHead(), e.getState(), picture -> picture), told(e, e.getHead(), key, parts(e)));
            case CommitmentAccepted e ->
                List.of(
                        step(e.getHead(), e.getState(), picture -> picture.closingOn(e.getClosingDate())),
                        told(e, e.getHead(), key, parts(e)));
            case CommitmentClosed e ->
                List.of(
                        step(e.getHead(), e.getState(), picture -> picture.closingOn(e.getClosingDate())),
                        told(e, e.getHead(), key, parts(e)));
            case CommitmentCancelled e ->
                List.of(step(e.getHead(), e.getState(), picture -> picture), told(e, e.getHead(), key, parts(e)));
            case CommitmentTakeOnDrafted e -> List.of(takeOn(e), told(e, e.getHead(), key, parts(e)));
            case CommitmentTakenOn e ->
                List.of(
                        step(e.getHead(), e.getState(), picture -> picture.closingOn(e.getAsOf())),
                        told(e, e.getHead(), key, parts(e)));
            case CommitmentAmended e ->
                List.of(
                        step(e.getHead(), e.getState(), picture -> picture.amended(money(e.getAmount()))),
                        told(e, e.getHead(), key, parts(e).insteadOf(money(e.getAmountBefore()))));
            case CommitmentTransferred e ->
                List.of(
                        step(
                                e.getHead(),
                                e.getState(),
                                picture -> picture.transferred(
                                        CommitmentState.valueOf(e.getState()),
                                        money(e.getAmount()),
                                        money(e.getCalled()),
                                        money(e.getPaid()),
                                        money(e.getRestored()))),
                        told(
                                e,
                                e.getHead(),
                                key,
                                parts(e).insteadOf(money(e.getAmountBefore())).beside(e.getToCommitmentId())));
            case CommitmentTransferReceived e ->
                List.of(received(e), told(e, e.getHead(), key, parts(e).beside(e.getFromCommitmentId())));
            case ClosingPlanned e -> List.of(told(e, e.getHead(), key, scope(e.getProgrammeId(), e.getFundId())));
            case ClosingApproved e -> List.of(told(e, e.getHead(), key, scope(e.getProgrammeId(), e.getFundId())));
            case ClosingEffective e ->
                List.of(told(
                        e,
                        e.getHead(),
                        key,
                        scope(e.getProgrammeId(), e.getFundId()).with(money(e.getTotal()))));
            case ClosingCancelled e ->
                List.of(told(
                        e,
                        e.getHead(),
                        key,
                        scope(e.getProgrammeId(), e.getFundId()).because(Optional.of(e.getReason()))));
            case CommitmentDrawn e ->
                List.of(step(
                        e.getHead(),
                        e.getState(),
                        picture -> picture.drawn(money(e.getCalled()), money(e.getPaid()), money(e.getRestored()))));
            case CapitalCallDrafted e ->
                with(e, told(e, e.getHead(), key, of(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getTotal())));
            case CapitalCallIssued e ->
                with(e, told(e, e.getHead(), key, of(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getTotal())));
            case CapitalCallPaid e ->
                with(e, told(e, e.getHead(), key, of(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getTotal())));
            case CapitalCallCancelled e ->
                with(
                        e,
                        told(
                                e,
                                e.getHead(),
                                key,
                                about(e.getHead(), e.getProgrammeId(), e.getFundId())
                                        .because(Optional.of(e.getReason()))));
            case CapitalCallReversed e ->
                with(
                        e,
                        told(
                                e,
                                e.getHead(),
                                key,
                                of(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getTotal())
                                        .because(Optional.of(e.getReason()))));
            case TrancheReleased e ->
                with(e, told(e, e.getHead(), key, of(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getAmount())));
            case InvestmentMade e ->
                with(e, told(e, e.getHead(), key, of(e.getHead(), e.getProgrammeId(), e.getFundId(), e.getAmount())));
            case AccountCreated e -> List.of(new Fact.OfPerson(e.getAccountId(), e.getPersonId()));
            case PersonLinked e -> List.of(new Fact.OfPerson(e.getAccountId(), e.getPersonId()));
            default -> FundingAvro.facts(event);
        };
    }

    private static List<Fact> with(SpecificRecord event, Fact told) {
        return Stream.concat(FundingAvro.facts(event).stream(), Stream.of(told)).toList();
    }

    private static Parts about(Head head, UUID programme, UUID fund) {
        return scope(programme, fund).about(head.getAggregateId());
    }

    private static Parts of(Head head, UUID programme, UUID fund, tranche.Money money) {
        return about(head, programme, fund).with(money(money));
    }

    private static Fact programme(ProgrammeCreated e) {
        return new Fact.OfProgramme(
                e.getProgrammeId(),
                e.getName(),
                new Currency(e.getHeadlineCurrency()),
                e.getTarget().map(RaiseAvro::money),
                e.getTargetSource(),
                e.getTargetDate(),
                e.getHead().getEffectiveDate(),
                e.getSample());
    }

    private static Fact fund(FundCreated e) {
        return new Fact.OfFund(
                e.getFundId(),
                e.getProgrammeId(),
                e.getName(),
                new Currency(e.getBaseCurrency()),
                e.getCap().map(RaiseAvro::money),
                e.getUnverified(),
                e.getSourceNote(),
                e.getTerms().getRequireKyc(),
                e.getZone(),
                e.getSourceSystem(),
                e.getExternalRef());
    }

    private static Fact investor(UUID id, String name, String kind, String country, boolean consent) {
        return new Fact.OfInvestor(id, name, InvestorKind.valueOf(kind), country, consent);
    }

    private static Fact drafted(CommitmentDrafted e) {
        Money zero = Money.zero(new Currency(e.getAmount().getCurrency()));
        return first(new CommitmentPicture(
                e.getHead().getAggregateId(),
                e.getProgrammeId(),
                e.getFundId(),
                e.getInvestorId(),
                CommitmentState.valueOf(e.getState()),
                money(e.getAmount()),
                zero,
                zero,
                zero,
                known(e.getHead().getEffectiveDate(), e.getEffectiveDatePrecision()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Set.of(e.getHead().getActorId()),
                e.getHead().getVersion(),
                e.getHead().getRecordedAt()));
    }

    private static Fact takeOn(CommitmentTakeOnDrafted e) {
        return first(new CommitmentPicture(
                e.getHead().getAggregateId(),
                e.getProgrammeId(),
                e.getFundId(),
                e.getInvestorId(),
                CommitmentState.valueOf(e.getState()),
                money(e.getAmount()),
                money(e.getCalled()),
                money(e.getPaid()),
                money(e.getRestored()),
                known(e.getAsOf(), e.getEffectiveDatePrecision()),
                Optional.empty(),
                Optional.of(e.getSource()),
                List.of(),
                true,
                Set.of(e.getHead().getActorId()),
                e.getHead().getVersion(),
                e.getHead().getRecordedAt()));
    }

    private static Fact received(CommitmentTransferReceived e) {
        return first(new CommitmentPicture(
                e.getHead().getAggregateId(),
                e.getProgrammeId(),
                e.getFundId(),
                e.getInvestorId(),
                CommitmentState.valueOf(e.getState()),
                money(e.getAmount()),
                money(e.getCalled()),
                money(e.getPaid()),
                money(e.getRestored()),
                new KnownDate(e.getHead().getEffectiveDate(), DatePrecision.DAY),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Set.of(e.getHead().getActorId()),
                e.getHead().getVersion(),
                e.getHead().getRecordedAt()));
    }

    private static Fact first(CommitmentPicture picture) {
        return new Fact.OfCommitment(picture.id(), _ -> picture);
    }

    private static Fact step(Head head, String state, java.util.function.UnaryOperator<CommitmentPicture> change) {
        return new Fact.OfCommitment(
                head.getAggregateId(),
                before -> change.apply(before.orElseThrow())
                        .moved(CommitmentState.valueOf(state), head.getVersion(), head.getRecordedAt()));
    }

    /** Where an event belongs and what it tells besides its head. */
    private record Parts(
            Optional<UUID> programme,
            Optional<UUID> fund,
            Optional<UUID> investor,
            Optional<UUID> commitment,
            Optional<UUID> about,
            Optional<CommitmentState> state,
            Optional<Money> amount,
            Optional<Money> before,
            Optional<UUID> other,
            Optional<String> reason) {

        Parts with(Money money) {
            return new Parts(
                    programme, fund, investor, commitment, about, state, Optional.of(money), before, other, reason);
        }

        Parts insteadOf(Money money) {
            return new Parts(
                    programme, fund, investor, commitment, about, state, amount, Optional.of(money), other, reason);
        }

        Parts beside(UUID one) {
            return new Parts(
                    programme, fund, investor, commitment, about, state, amount, before, Optional.of(one), reason);
        }

        Parts because(Optional<String> why) {
            return new Parts(programme, fund, investor, commitment, about, state, amount, before, other, why);
        }

        Parts about(UUID one) {
            return new Parts(
                    programme, fund, investor, commitment, Optional.of(one), state, amount, before, other, reason);
        }
    }

    private static Parts scope(UUID programme) {
        return place(Optional.of(programme), Optional.empty(), Optional.empty());
    }

    private static Parts scope(UUID programme, UUID fund) {
        return place(Optional.of(programme), Optional.of(fund), Optional.empty());
    }

    private static Parts investorScope(UUID investor) {
        return place(Optional.empty(), Optional.empty(), Optional.of(investor));
    }

    private static Parts place(Optional<UUID> programme, Optional<UUID> fund, Optional<UUID> investor) {
        return new Parts(
                programme,
                fund,
                investor,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The parts of a commitment's event: every one of them names them in the same fields. */
    private static Parts parts(SpecificRecord event) {
        Head head = (Head) event.get(0);
        return new Parts(
                Optional.of((UUID) field(event, "programmeId")),
                Optional.of((UUID) field(event, "fundId")),
                Optional.of((UUID) field(event, "investorId")),
                Optional.of(head.getAggregateId()),
                Optional.empty(),
                Optional.of(CommitmentState.valueOf((String) field(event, "state"))),
                Optional.of(money((tranche.Money) field(event, "amount"))),
                Optional.empty(),
                Optional.empty(),
                event.getSchema().getField("reason") == null
                        ? Optional.empty()
                        : Optional.ofNullable((String) field(event, "reason")));
    }

    private static Object field(SpecificRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos());
    }

    private static Fact told(SpecificRecord event, Head head, UUID key, Parts parts) {
        return new Fact.Told(
                head.getEventId(),
                kind(event),
                event.getSchema().getFullName(),
                head.getRecordedAt(),
                head.getEffectiveDate(),
                head.getActorId(),
                key,
                head.getSequence(),
                head.getVersion(),
                parts.programme(),
                parts.fund(),
                parts.investor(),
                parts.commitment(),
                parts.about(),
                parts.state(),
                parts.amount(),
                parts.before(),
                parts.other(),
                parts.reason(),
                event instanceof ClosingEffective closing ? closing.getCommitmentIds() : List.of());
    }

    /** The kind of an event by its name: {@code CommitmentTakenOn} is {@code COMMITMENT_TAKEN_ON}. */
    private static ChangeKind kind(SpecificRecord event) {
        String words = event.getSchema().getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return ChangeKind.valueOf(words.toUpperCase(Locale.ROOT));
    }

    private static KnownDate known(LocalDate day, String precision) {
        return new KnownDate(day, DatePrecision.valueOf(precision));
    }

    static Money money(tranche.Money money) {
        BigDecimal value = money.getValue();
        return new Money(new Currency(money.getCurrency()), value);
    }
}
