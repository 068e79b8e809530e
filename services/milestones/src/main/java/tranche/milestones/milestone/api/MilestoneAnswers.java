package tranche.milestones.milestone.api;

import java.util.List;
import java.util.Optional;
import tranche.flow.writer.Answer;
import tranche.milestones.milestone.domain.Claim;
import tranche.milestones.milestone.domain.EvidenceKind;
import tranche.milestones.milestone.domain.Milestone;
import tranche.milestones.milestone.domain.MilestoneId;
import tranche.milestones.milestone.domain.Outlook;
import tranche.milestones.milestone.domain.Step;
import tranche.milestones.slip.domain.Slip;
import tranche.values.proposal.Proposal;
import tranche.values.register.ForeignIdentity;
import tranche.web.command.Answers;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Milestones as callers get them. */
final class MilestoneAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Shown> TABLE = new Table<>(
            "milestones",
            List.of(
                    Column.id("id", row -> Optional.of(row.milestone().id().value())),
                    Column.id(
                            "programmeId",
                            row -> Optional.of(row.milestone().programme().value())),
                    Column.id(
                            "projectId",
                            row -> Optional.of(row.milestone().project().value())),
                    Column.text(
                            "name", row -> Optional.of(row.milestone().content().name())),
                    Column.code("kind", row -> row.milestone().content().kind()),
                    Column.code("state", row -> row.milestone().state()),
                    Column.date(
                            "baselineDate",
                            row -> Optional.of(row.milestone().baseline().current())),
                    Column.date(
                            "originalBaselineDate",
                            row -> Optional.of(row.milestone().baseline().original())),
                    Column.date(
                            "forecastDate",
                            row -> Optional.of(row.milestone().outlook().date())),
                    Column.date("claimedDate", row -> claim(row.milestone()).map(Claim::date)),
                    Column.date("achievedDate", row -> row.milestone().achievedDate()),
                    Column.whole(
                            "slipDays",
                            row -> Optional.of(
                                    (long) row.milestone().lateness().slip().calendarDays())),
                    Column.whole(
                            "slipWorkingDays",
                            row -> Optional.of(
                                    (long) row.milestone().lateness().slip().workingDays())),
                    Column.code("breach", row -> row.milestone().lateness().breach()),
                    Column.flag("critical", Shown::critical),
                    Column.whole(
                            "durationDays",
                            row -> Optional.of((long) row.milestone().work().durationDays())),
                    Column.date("notBefore", row -> row.milestone().work().notBefore()),
                    Column.whole(
                            "quorum",
                            row -> Optional.of((long) row.milestone().content().quorum())),
                    Column.text("sourceNote", row -> row.milestone().content().sourceNote()),
                    Column.text("sourceSystem", row -> row.milestone().foreign().map(ForeignIdentity::sourceSystem)),
                    Column.text("externalRef", row -> row.milestone().foreign().map(ForeignIdentity::externalRef)),
                    Column.date(
                            "effectiveDate",
                            row -> Optional.of(row.milestone().version().effectiveDate())),
                    Column.whole(
                            "version",
                            row -> Optional.of(row.milestone().version().number()))));

    private MilestoneAnswers() {}

    private static Optional<Claim> claim(Milestone milestone) {
        return milestone.standing().claim();
    }

    /** A milestone after a command. */
    static Answer moved(Shown shown) {
        return Answers.ok(shown.milestone().version().number(), json(shown));
    }

    static JsonObject json(Shown shown) {
        Milestone milestone = shown.milestone();
        Slip slip = milestone.lateness().slip();
        Optional<Outlook.Statement> stated = milestone.outlook().statement();
        JsonObject json = JsonObject.empty()
                .put("id", milestone.id().value())
                .put("programmeId", milestone.programme().value())
                .put("projectId", milestone.project().value())
                .put("name", milestone.content().name())
                .put("kind", milestone.content().kind())
                .put("state", milestone.state())
                .put("allowed", milestone.allowed().stream().map(Step::command).toList())
                .put("baselineDate", milestone.baseline().current())
                .put("originalBaselineDate", milestone.baseline().original())
                .put("forecastDate", milestone.outlook().date())
                .put("plannedDate", milestone.outlook().planned())
                .put("statedDate", stated.map(Outlook.Statement::date))
                .put("statedReason", stated.map(Outlook.Statement::reason))
                .put("unsupported", milestone.outlook().isUnsupported())
                .put("startedDate", milestone.standing().started())
                .put("claimedDate", claim(milestone).map(Claim::date))
                .put("achievedDate", milestone.achievedDate())
                .put("slipDays", slip.calendarDays())
                .put("slipWorkingDays", slip.workingDays())
                .put("slipped", milestone.isSlipped())
                .put("breach", milestone.lateness().breach())
                .put("critical", shown.critical())
                .put("durationDays", milestone.work().durationDays())
                .put(
                        "predecessors",
                        milestone.work().predecessors().stream()
                                .map(link -> JsonObject.empty()
                                        .put("milestoneId", link.predecessor().value())
                                        .put("lagDays", link.lagDays()))
                                .toList())
                .put("notBefore", milestone.work().notBefore())
                .put("requiredEvidence", milestone.content().requiredEvidence())
                .put("quorum", milestone.content().quorum())
                .put(
                        "verifications",
                        claim(milestone)
                                .map(said -> said.verifications().size())
                                .orElse(0))
                .put(
                        "waivers",
                        milestone.standing().waivers().stream()
                                .map(waiver -> JsonObject.empty()
                                        .put("ofAll", waiver.isOfAll())
                                        .put("trancheIds", shown.whole() ? waiver.tranches() : List.of())
                                        .put("expires", waiver.expires()))
                                .toList())
                .put("supersededBy", milestone.standing().supersededBy().map(MilestoneId::value));
        return putWhole(json, shown)
                .put("sourceNote", milestone.content().sourceNote())
                .put("sourceSystem", milestone.foreign().map(ForeignIdentity::sourceSystem))
                .put("externalRef", milestone.foreign().map(ForeignIdentity::externalRef))
                .put("effectiveDate", milestone.version().effectiveDate())
                .put("recordedAt", milestone.version().recordedAt())
                .put("version", milestone.version().number());
    }

    /** What is not published: evidence, and why something was turned down. */
    private static JsonObject putWhole(JsonObject json, Shown shown) {
        Optional<Claim> claim = claim(shown.milestone()).filter(_ -> shown.whole());
        List<EvidenceKind> required = shown.milestone().content().requiredEvidence();
        return json.put(
                        "missingEvidence",
                        claim.map(said -> said.missing(required)).orElse(List.of()))
                .put(
                        "evidence",
                        claim.map(Claim::evidence).orElse(List.of()).stream()
                                .map(EvidenceAnswers::json)
                                .toList())
                .put("reason", shown.milestone().standing().reason().filter(_ -> shown.whole()));
    }

    /** What waits for a second person. */
    static Answer awaiting(Proposal proposal) {
        return Answers.awaiting(
                "/api/v1/approvals/" + proposal.id(),
                JsonObject.empty()
                        .put("approvalId", proposal.id())
                        .put("contentHash", proposal.content().hash().hex())
                        .put("expiresAt", proposal.expiresAt()));
    }
}
