package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.amount;
import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.CommitmentAccepted;
import tranche.commitments.CommitmentCancelled;
import tranche.commitments.CommitmentClosed;
import tranche.commitments.CommitmentSubmitted;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.notifications.notice.events.NoticeAvro.Told;

/** What is told of commitments. */
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
                        Map.of(
                                "investor", named(e.getInvestorId()),
                                "fund", named(e.getFundId()),
                                "amount", amount(e.getAmount()),
                                "closing", new Figure.Day(e.getClosingDate())));
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
            default -> Optional.empty();
        };
    }

    private static Optional<Told> of(AlertType type, UUID commitment, Audience audience, Map<String, Figure> figures) {
        return Optional.of(new Told(type, new Subject(Kind.COMMITMENT, commitment), audience, figures));
    }
}
