package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.amount;
import static tranche.notifications.notice.events.NoticeAvro.money;
import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;
import static tranche.values.actor.Role.STAKEHOLDER;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentAmended;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentSubmitted;
import tranche.commitments.CommitmentTransferReceived;
import tranche.commitments.CommitmentTransferred;
import tranche.commitments.RaiseThresholdPassed;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.notifications.notice.events.NoticeAvro.Told;

/** What is told of commitments, and of what they come to. */
final class CommitmentNoticeAvro {

    private CommitmentNoticeAvro() {}

    static Optional<Told> told(SpecificRecord event) {
        return switch (event) {
            case CommitmentSubmitted e ->
                of(
                        AlertType.CM_01,
                        e.getHead().getAggregateId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), FUND_MANAGER, APPROVER),
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "amount", amount(e.getAmount())));
            case CommitmentAccepted e ->
                of(
                        AlertType.CM_02,
                        e.getHead().getAggregateId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "amount", amount(e.getAmount()),
                                "closing", new Figure.Day(e.getClosingDate())));
            case CommitmentClosed e ->
                of(
                        AlertType.CM_03,
                        e.getHead().getAggregateId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        closed(e));
            case CommitmentCancelled e ->
                of(
                        AlertType.CM_06,
                        e.getHead().getAggregateId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "amount", amount(e.getAmount()),
                                "reason", words(e.getReason())));
            default -> changed(event);
        };
    }

    /** What becomes of a commitment that has closed, and of the raise that it is part of. */
    private static Optional<Told> changed(SpecificRecord event) {
        return switch (event) {
            case CommitmentAmended e ->
                of(
                        AlertType.CM_04,
                        e.getHead().getAggregateId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "before", amount(e.getAmountBefore()),
                                "amount", amount(e.getAmount()),
                                "from", new Figure.Day(e.getHead().getEffectiveDate()),
                                "reason", words(e.getReason())));
            case CommitmentTransferred e ->
                of(
                        AlertType.CM_05,
                        e.getHead().getAggregateId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR, FUND_MANAGER),
                        Map.of(
                                "what", words("GIVEN"),
                                "investor", named(e.getInvestorId()),
                                "other", new Figure.Party(e.getToInvestorId()),
                                "fund", named(e.getFundId()),
                                "part", amount(e.getTransferred()),
                                "kept", words(e.getAmount().getValue().signum() > 0 ? "PART" : "NOTHING"),
                                "rest", amount(e.getAmount())));
            // Managers are told by what was given: of one transfer they hear once.
            case CommitmentTransferReceived e ->
                of(
                        AlertType.CM_05,
                        e.getHead().getAggregateId(),
                        Audience.of(e.getProgrammeId(), e.getFundId(), e.getInvestorId(), INVESTOR),
                        Map.of(
                                "what", words("RECEIVED"),
                                "investor", named(e.getInvestorId()),
                                "other", new Figure.Party(e.getFromInvestorId()),
                                "fund", named(e.getFundId()),
                                "part", amount(e.getAmount())));
            case RaiseThresholdPassed e ->
                Optional.of(new Told(
                        AlertType.CM_07,
                        new Subject(Kind.PROGRAMME, e.getProgrammeId()),
                        Audience.ofProgramme(e.getProgrammeId(), STAKEHOLDER, INVESTOR, FUND_MANAGER),
                        Map.of(
                                "programme", named(e.getProgrammeId()),
                                "percent", new Figure.Count(e.getPercent()),
                                "committed", amount(e.getCommitted()),
                                "target", amount(e.getTarget()))));
            default -> Optional.empty();
        };
    }

    /** With the share of the fund, which events of before do not tell. */
    private static Map<String, Figure> closed(CommitmentClosed closed) {
        Map<String, Figure> figures = new HashMap<>(Map.of(
                "investor", named(closed.getInvestorId()),
                "fund", named(closed.getFundId()),
                "amount", amount(closed.getAmount()),
                "closing", new Figure.Day(closed.getClosingDate())));
        closed.getFundCommitted()
                .ifPresent(whole -> figures.put("share", new Figure.Share(money(closed.getAmount()), money(whole))));
        return figures;
    }

    private static Optional<Told> of(AlertType type, UUID commitment, Audience audience, Map<String, Figure> figures) {
        return Optional.of(new Told(type, new Subject(Kind.COMMITMENT, commitment), audience, figures));
    }
}
