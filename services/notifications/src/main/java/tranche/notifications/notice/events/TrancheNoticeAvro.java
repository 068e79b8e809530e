package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.allNamed;
import static tranche.notifications.notice.events.NoticeAvro.amount;
import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;
import static tranche.values.actor.Role.APPROVER;
import static tranche.values.actor.Role.AUDITOR;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;
import static tranche.values.actor.Role.STAKEHOLDER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.commitments.ConditionFinding;
import tranche.commitments.TrancheAmended;
import tranche.commitments.TrancheCondition;
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
                        met(e));
            case TrancheReleased e ->
                of(
                        AlertType.TR_02,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), INVESTOR, STAKEHOLDER, FUND_MANAGER),
                        Map.of(
                                "tranche", named(e.getTrancheId()),
                                "fund", named(e.getFundId()),
                                "amount", amount(e.getAmount()),
                                "milestones", allNamed(e.getVerifiedMilestoneIds()),
                                "waived", allNamed(e.getWaivedMilestoneIds()),
                                "verified",
                                        new Figure.Count(
                                                e.getVerifiedMilestoneIds().size())));
            case TrancheRelocked e ->
                of(
                        AlertType.TR_03,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER, APPROVER, INVESTOR),
                        relocked(e));
            case TrancheHeld e ->
                of(
                        AlertType.TR_03,
                        e.getTrancheId(),
                        Audience.ofWholeFund(e.getProgrammeId(), e.getFundId(), FUND_MANAGER, APPROVER, INVESTOR),
                        Map.of(
                                "what", words("HELD"),
                                "why", words(key(e.getWhy())),
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

    /** The first condition that fell back by its name, the others by their number. */
    private static Map<String, Figure> relocked(TrancheRelocked relocked) {
        List<TrancheCondition> fellBack = relocked.getFellBack();
        Map<String, Figure> figures = new HashMap<>(Map.of(
                "what", words("RELOCKED"),
                "tranche", named(relocked.getTrancheId()),
                "fund", named(relocked.getFundId()),
                "call", words(relocked.getCancelledCallId().isPresent() ? "CANCELLED" : "NONE"),
                "others", new Figure.Count(Math.max(0, fellBack.size() - 1))));
        fellBack.stream().findFirst().ifPresent(first -> {
            figures.put("condition", words(first.getType()));
            first.getMilestoneId().ifPresent(id -> figures.put("milestone", named(id)));
            first.getDate().ifPresent(date -> figures.put("date", new Figure.Day(date)));
            first.getTrancheId().ifPresent(id -> figures.put("awaited", named(id)));
            first.getDocumentKind().ifPresent(kind -> figures.put("document", words(kind)));
        });
        return figures;
    }

    /** A code as a sentence chooses by it. */
    private static String key(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Its conditions by what they are: of those that several stand for, one that stays open is not told. */
    private static Map<String, Figure> met(TrancheConditionsMet event) {
        List<UUID> verified = new ArrayList<>();
        List<UUID> waived = new ArrayList<>();
        Set<String> kinds = new LinkedHashSet<>();
        Iterator<ConditionFinding> findings = event.getFindings().iterator();
        for (TrancheCondition condition : event.getConditions()) {
            String status = findings.next().getStatus();
            if (!status.equals("OPEN")) {
                condition
                        .getMilestoneId()
                        .ifPresentOrElse(
                                (status.equals("WAIVED") ? waived : verified)::add,
                                () -> kinds.add("condition." + condition.getType()));
            }
        }
        return Map.of(
                "tranche", named(event.getTrancheId()),
                "fund", named(event.getFundId()),
                "milestones", allNamed(verified),
                "waived", allNamed(waived),
                "kinds", new Figure.Codes(List.copyOf(kinds)));
    }

    private static Optional<Told> of(AlertType type, UUID tranche, Audience audience, Map<String, Figure> figures) {
        return Optional.of(new Told(type, new Subject(Kind.TRANCHE, tranche), audience, figures));
    }
}
