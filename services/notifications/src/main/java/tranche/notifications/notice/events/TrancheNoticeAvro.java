package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.amount;
import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.AUDITOR;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;
import static tranche.values.actor.Role.STAKEHOLDER;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheConditionsMet;
import tranche.commitments.TrancheHeld;
import tranche.commitments.TrancheReleased;
import tranche.commitments.TrancheRelocked;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.notifications.notice.events.NoticeAvro.Told;

/** What is told of tranches. */
final class TrancheNoticeAvro {

    private TrancheNoticeAvro() {}

    static Optional<Told> told(SpecificRecord event) {
        return switch (event) {
            case TrancheConditionsMet e ->
                of(
                        AlertType.TR_01,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER, APPROVER, INVESTOR),
                        Map.of(
                                "tranche", named(e.getTrancheId()),
                                "fund", named(e.getFundId()),
                                "conditions", new Figure.Count(e.getFindings().size())));
            case TrancheReleased e ->
                of(
                        AlertType.TR_02,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), INVESTOR, STAKEHOLDER, FUND_MANAGER),
                        Map.of(
                                "tranche", named(e.getTrancheId()),
                                "fund", named(e.getFundId()),
                                "amount", amount(e.getAmount()),
                                "verified",
                                        new Figure.Count(
                                                e.getVerifiedMilestoneIds().size())));
            case TrancheRelocked e ->
                of(
                        AlertType.TR_03,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER, APPROVER, INVESTOR),
                        Map.of(
                                "what",
                                words("RELOCKED"),
                                "tranche",
                                named(e.getTrancheId()),
                                "fund",
                                named(e.getFundId()),
                                "call",
                                words(e.getCancelledCallId().isPresent() ? "CANCELLED" : "NONE")));
            case TrancheHeld e ->
                of(
                        AlertType.TR_03,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER, APPROVER, INVESTOR),
                        Map.of(
                                "what", words("HELD"),
                                "tranche", named(e.getTrancheId()),
                                "fund", named(e.getFundId())));
            case TrancheAmended e ->
                of(
                        AlertType.TR_04,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), INVESTOR, FUND_MANAGER, AUDITOR),
                        Map.of(
                                "tranche", named(e.getTrancheId()),
                                "fund", named(e.getFundId()),
                                "from", new Figure.Day(e.getConditionsFrom()),
                                "reason", words(e.getReason())));
            default -> Optional.empty();
        };
    }

    private static Optional<Told> of(AlertType type, UUID tranche, Audience audience, Map<String, Figure> figures) {
        return Optional.of(new Told(type, new Subject(Kind.TRANCHE, tranche), audience, figures));
    }
}
