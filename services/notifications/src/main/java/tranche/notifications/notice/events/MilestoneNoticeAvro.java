package tranche.notifications.notice.events;

import static tranche.notifications.notice.events.NoticeAvro.allNamed;
import static tranche.notifications.notice.events.NoticeAvro.named;
import static tranche.notifications.notice.events.NoticeAvro.words;
import static tranche.values.actor.Role.AUDITOR;
import static tranche.values.actor.Role.FUND_MANAGER;
import static tranche.values.actor.Role.INVESTOR;
import static tranche.values.actor.Role.SITE_REPORTER;
import static tranche.values.actor.Role.STAKEHOLDER;
import static tranche.values.actor.Role.VERIFIER;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tranche.milestones.BaselineApproved;
import tranche.milestones.DrivingMilestone;
import tranche.milestones.EvidenceSubmitted;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestoneAdvanced;
import tranche.milestones.MilestoneClaimed;
import tranche.milestones.MilestoneDueSoon;
import tranche.milestones.MilestoneRejected;
import tranche.milestones.MilestoneRemoved;
import tranche.milestones.MilestoneSlipped;
import tranche.milestones.MilestoneSuperseded;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.milestones.MilestoneWaived;
import tranche.notifications.notice.domain.AlertType;
import tranche.notifications.notice.domain.Audience;
import tranche.notifications.notice.domain.Figure;
import tranche.notifications.notice.domain.Figure.Count;
import tranche.notifications.notice.domain.Figure.Day;
import tranche.notifications.notice.domain.Subject;
import tranche.notifications.notice.domain.Subject.Kind;
import tranche.notifications.notice.events.NoticeAvro.Told;

/** What is told of milestones. What is only claimed is told to those who see claims, all else to the public of a programme. */
final class MilestoneNoticeAvro {

    private MilestoneNoticeAvro() {}

    static Optional<Told> told(SpecificRecord event) {
        return switch (event) {
            case MilestoneClaimed e ->
                of(
                        AlertType.MS_01,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofProject(e.getProgrammeId(), e.getProjectId(), VERIFIER, FUND_MANAGER),
                        Map.of("date", new Day(e.getClaimedDate())));
            case EvidenceSubmitted e ->
                of(
                        AlertType.MS_02,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofProject(e.getProgrammeId(), e.getProjectId(), VERIFIER),
                        Map.of(
                                "items",
                                new Count(e.getItems().size()),
                                "missing",
                                new Figure.Codes(e.getMissing().stream()
                                        .map("evidence."::concat)
                                        .toList())));
            case MilestoneRejected e ->
                of(
                        AlertType.MS_04,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofProject(e.getProgrammeId(), e.getProjectId(), SITE_REPORTER, FUND_MANAGER),
                        Map.of("reason", words(e.getReason())));
            case MilestoneDueSoon e ->
                of(
                        AlertType.MS_09,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofProject(e.getProgrammeId(), e.getProjectId(), SITE_REPORTER, FUND_MANAGER),
                        Map.of("date", new Day(e.getBaselineDate())));
            case MilestoneAchieved e ->
                of(
                        AlertType.MS_03,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofPublished(
                                e.getProgrammeId(),
                                e.getProjectId(),
                                STAKEHOLDER,
                                INVESTOR,
                                FUND_MANAGER,
                                SITE_REPORTER),
                        Map.of(
                                "date", new Day(e.getAchievedDate()),
                                "verifiers", new Count(e.getVerifiers().size()),
                                "items", new Count(e.getEvidence().size()),
                                "tranches", allNamed(e.getTrancheIds())));
            default -> moved(event).or(() -> changed(event));
        };
    }

    private static Optional<Told> moved(SpecificRecord event) {
        return switch (event) {
            case MilestoneSlipped e ->
                of(
                        AlertType.MS_05,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofPublished(e.getProgrammeId(), e.getProjectId(), STAKEHOLDER, INVESTOR, FUND_MANAGER),
                        slip(e));
            case MilestoneAdvanced e ->
                of(
                        AlertType.MS_06,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofPublished(e.getProgrammeId(), e.getProjectId(), STAKEHOLDER, FUND_MANAGER),
                        Map.of(
                                "previous", new Day(e.getPreviousDate()),
                                "date", new Day(e.getForecastDate()),
                                "days", new Count(e.getDays())));
            case BaselineApproved e ->
                of(
                        AlertType.BL_01,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        Audience.ofPublished(e.getProgrammeId(), e.getProjectId(), STAKEHOLDER, FUND_MANAGER, AUDITOR),
                        Map.of("date", new Day(e.getBaselineDate())));
            default -> Optional.empty();
        };
    }

    private static Map<String, Figure> slip(MilestoneSlipped slipped) {
        Map<String, Figure> figures = new HashMap<>(Map.of(
                "previous", new Day(slipped.getPreviousDate()),
                "date", new Day(slipped.getForecastDate()),
                "days", new Count(slipped.getDays()),
                "slip", new Count(slipped.getSlipDays()),
                "reason", words(slipped.getReason()),
                "chain", words(slipped.getChain().isEmpty() ? "NONE" : "MILESTONE")));
        slipped.getChain().stream().findFirst().ifPresent(driver -> {
            figures.put("driver", named(driver.getMilestoneId()));
            figures.put("late", new Count(driver.getSlipDays()));
            figures.put(
                    "further",
                    allNamed(slipped.getChain().stream()
                            .skip(1)
                            .map(DrivingMilestone::getMilestoneId)
                            .toList()));
        });
        return figures;
    }

    private static Optional<Told> changed(SpecificRecord event) {
        return switch (event) {
            case MilestoneWaived e ->
                of(
                        AlertType.MS_07,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        everybody(e.getProgrammeId(), e.getProjectId()),
                        Map.of(
                                "what", words("WAIVED"),
                                "scope", words(e.getOfAll() ? "ALL" : "SOME"),
                                "tranches", new Count(e.getTrancheIds().size()),
                                "named", allNamed(e.getTrancheIds()),
                                "expires", new Day(e.getExpires()),
                                "reason", words(e.getReason())));
            case MilestoneRemoved e ->
                of(
                        AlertType.MS_07,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        everybody(e.getProgrammeId(), e.getProjectId()),
                        Map.of("what", words("REMOVED"), "reason", words(e.getReason())));
            case MilestoneSuperseded e ->
                of(
                        AlertType.MS_07,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        everybody(e.getProgrammeId(), e.getProjectId()),
                        Map.of(
                                "what", words("SUPERSEDED"),
                                "successor", named(e.getSupersededBy()),
                                "reason", words(e.getReason())));
            case MilestoneVerificationRevoked e ->
                of(
                        AlertType.MS_08,
                        e.getMilestoneId(),
                        e.getProjectId(),
                        everybody(e.getProgrammeId(), e.getProjectId()),
                        Map.of("reason", words(e.getReason()), "tranches", allNamed(e.getTrancheIds())));
            default -> Optional.empty();
        };
    }

    private static Audience everybody(UUID programme, UUID project) {
        return Audience.ofPublished(programme, project, INVESTOR, STAKEHOLDER, FUND_MANAGER, AUDITOR);
    }

    private static Optional<Told> of(
            AlertType type, UUID milestone, UUID project, Audience audience, Map<String, Figure> more) {
        Map<String, Figure> figures = new HashMap<>(more);
        figures.put("milestone", named(milestone));
        figures.put("project", named(project));
        return Optional.of(new Told(type, new Subject(Kind.MILESTONE, milestone), audience, figures));
    }
}
