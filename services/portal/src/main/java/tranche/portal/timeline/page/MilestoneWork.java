package tranche.portal.timeline.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.Doing;
import tranche.portal.timeline.domain.EvidenceKind;
import tranche.portal.timeline.domain.Hand;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.MilestonePicture;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;

/**
 * What a reader may do to the milestones of a project, as forms.
 *
 * @param once what the keys of the forms begin with
 * @param address of the project's page, and {@code query} what of it is shown
 * @param today in the project's zone
 */
record MilestoneWork(
        Visitor visitor,
        Optional<SentForm> sent,
        String once,
        String address,
        String query,
        LocalDate today,
        Words words) {

    ProjectModel.Work of(Milestone milestone) {
        return new ProjectModel.Work(
                address + "/milestones/" + milestone.picture().id(),
                query,
                Long.toString(milestone.picture().version()),
                reason(milestone),
                Arrays.stream(Doing.values())
                        .filter(doing -> doing != Doing.SUBMIT_EVIDENCE && isOffered(doing, milestone))
                        .map(doing -> action(doing, milestone))
                        .toList(),
                other(milestone),
                Arrays.stream(EvidenceKind.values())
                        .map(kind -> new ProjectModel.Kind(kind.name(), kind(kind)))
                        .toList());
    }

    /** Why a verifier may verify what is claimed, or may not; empty for whoever has no part in it. */
    private Optional<String> reason(Milestone milestone) {
        MilestonePicture picture = milestone.picture();
        if (!picture.state().isClaimed() || !visitor.access().holds(Role.VERIFIER, milestone.scope())) {
            return Optional.empty();
        }
        Optional<Hand> own = Hand.of(milestone, visitor.actor());
        if (own.isPresent()) {
            return Optional.of(words.say("project.may." + own.get().code()));
        }
        if (isOffered(Doing.VERIFY, milestone)) {
            int others = picture.check().quorum() - picture.check().verifications() - 1;
            return Optional.of(words.say("project.may.verify", "others", others));
        }
        // Where no kind is asked for, no list shows what is missing.
        boolean listed = !milestone.needed().isEmpty();
        return Optional.of(words.say(listed ? "project.may.verify-later" : "project.may.verify-shown"));
    }

    /** The upload on the line of a kind that is still needed. */
    Optional<ProjectModel.Upload> upload(Milestone milestone, EvidenceKind kind) {
        return isOffered(Doing.SUBMIT_EVIDENCE, milestone)
                ? Optional.of(upload(
                        milestone,
                        Optional.of(kind.name()),
                        words.say("project.upload.of", "kind", kind(kind)),
                        kind == EvidenceKind.PHOTO))
                : Optional.empty();
    }

    /** The upload of whatever else shows it. */
    private Optional<ProjectModel.Upload> other(Milestone milestone) {
        return isOffered(Doing.SUBMIT_EVIDENCE, milestone)
                ? Optional.of(upload(milestone, Optional.empty(), words.say("project.field.file"), false))
                : Optional.empty();
    }

    private ProjectModel.Upload upload(Milestone milestone, Optional<String> kind, String label, boolean camera) {
        Optional<SentForm> refused = sent.filter(
                        form -> form.is(milestone.picture().id(), Doing.SUBMIT_EVIDENCE))
                .filter(form -> isFor(form, kind, milestone));
        String name = kind.orElse("other");
        return new ProjectModel.Upload(
                PlanChart.anchor(milestone.picture()) + "-" + name,
                refused.flatMap(SentForm::once).orElse(once + "-" + name),
                kind,
                label,
                camera,
                refused.isPresent(),
                refused.map(form -> form.value("kind", "")).orElse(""),
                refused.flatMap(form -> form.wrong("file")));
    }

    /** A form that was sent from a line belongs to the line as long as there is one. */
    private static boolean isFor(SentForm form, Optional<String> kind, Milestone milestone) {
        String sentKind = form.value("kind", "");
        boolean hasLine =
                milestone.needed().stream().anyMatch(needed -> needed.name().equals(sentKind));
        return kind.map(sentKind::equals).orElse(!hasLine);
    }

    private boolean isOffered(Doing doing, Milestone milestone) {
        return doing.isOffered(milestone, visitor.actor());
    }

    private String kind(EvidenceKind kind) {
        return words.say("project.evidence." + kind.code());
    }

    private ProjectModel.Action action(Doing doing, Milestone milestone) {
        Optional<SentForm> again =
                sent.filter(form -> form.is(milestone.picture().id(), doing));
        String id = PlanChart.anchor(milestone.picture()) + "-" + doing.command();
        return new ProjectModel.Action(
                id,
                doing.command(),
                again.flatMap(SentForm::once).orElse(once + "-" + doing.command()),
                words.say("project.do." + doing.command()),
                look(doing),
                again.isPresent() || isStanding(doing),
                again.isEmpty() && isStanding(doing),
                fields(doing, id, milestone, again),
                doing == Doing.CLAIM ? Optional.of(attachment(id, milestone, again)) : Optional.empty());
    }

    /** Whoever comes to a claim to decide on it finds both answers at hand. */
    private boolean isStanding(Doing doing) {
        return query.equals(ProjectView.ALONE) && (doing == Doing.VERIFY || doing == Doing.REJECT);
    }

    /** What shows the claim may come with it: the first kind that is asked for stands there. */
    private static ProjectModel.Attachment attachment(String id, Milestone milestone, Optional<SentForm> again) {
        String first = milestone.needed().stream().findFirst().map(Enum::name).orElse("");
        return new ProjectModel.Attachment(
                id + "-file",
                id + "-kind",
                again.map(form -> form.value("kind", first)).orElse(first),
                again.flatMap(form -> form.wrong("file").or(() -> form.wrong("kind"))));
    }

    private static String look(Doing doing) {
        return switch (doing) {
            case CLAIM, VERIFY -> "main";
            case WITHDRAW_CLAIM, REJECT -> "risk";
            case START, RESCHEDULE, SUBMIT_EVIDENCE -> "";
        };
    }

    private List<ProjectModel.Field> fields(Doing doing, String id, Milestone milestone, Optional<SentForm> again) {
        var days = milestone.picture().days();
        List<ProjectModel.Field> fields = new ArrayList<>();
        switch (doing) {
            case CLAIM -> fields.add(date("claimedDate", today, id, again));
            case RESCHEDULE -> {
                fields.add(date("forecastDate", days.stated().orElse(days.forecast()), id, again));
                fields.add(text("reason", "project.field.reason.slip.hint", id, again));
            }
            case VERIFY -> {
                fields.add(date("achievedDate", days.claimed().orElse(today), id, again));
                fields.add(text("statement", "project.field.statement.hint", id, again));
            }
            case REJECT -> fields.add(text("reason", "project.field.reason.rejection.hint", id, again));
            case START, WITHDRAW_CLAIM, SUBMIT_EVIDENCE -> {}
        }
        return fields;
    }

    private ProjectModel.Field date(String name, LocalDate day, String id, Optional<SentForm> again) {
        return field(name, true, day.toString(), label(name) + ".hint", id, again);
    }

    private ProjectModel.Field text(String name, String hint, String id, Optional<SentForm> again) {
        return field(name, false, "", hint, id, again);
    }

    /** As it was sent, where it was: nobody types a reason twice. */
    private ProjectModel.Field field(
            String name, boolean date, String value, String hint, String id, Optional<SentForm> again) {
        return new ProjectModel.Field(
                id + "-" + name,
                name,
                words.say(label(name)),
                words.say(hint),
                date,
                again.map(form -> form.value(name, value)).orElse(value),
                again.flatMap(form -> form.wrong(name)));
    }

    private static String label(String field) {
        return "project.field." + field.toLowerCase(Locale.ROOT);
    }
}
