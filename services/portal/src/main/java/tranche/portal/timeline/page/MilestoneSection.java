package tranche.portal.timeline.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.timeline.domain.Evidence;
import tranche.portal.timeline.domain.EvidenceKind;
import tranche.portal.timeline.domain.Milestone;
import tranche.portal.timeline.domain.MilestonePicture;
import tranche.portal.timeline.domain.MilestonePicture.Waiver;
import tranche.portal.timeline.domain.MilestoneState;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.LinkedText;
import tranche.portal.words.page.Words;

/**
 * What is known of a milestone, and how its section says it.
 *
 * @param names of the milestones that it hangs on, as far as the reader may see them
 * @param files what pieces of evidence are called by whoever submitted them
 */
record MilestoneSection(
        Milestone milestone, Map<UUID, String> names, Map<UUID, String> files, MilestoneWork work, Words words) {

    private static final int HASH_SHOWN = 4;

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "application/pdf", "PDF",
            "image/jpeg", "JPEG",
            "image/png", "PNG",
            "image/tiff", "TIFF",
            "text/csv", "CSV",
            "application/zip", "ZIP");

    ProjectModel.Section section() {
        MilestonePicture picture = milestone.picture();
        boolean verified = picture.state() == MilestoneState.ACHIEVED;
        StepWords steps = new StepWords(words);
        return new ProjectModel.Section(
                PlanChart.anchor(picture),
                picture.name(),
                work.query().equals(ProjectView.ALONE)
                        ? Optional.empty()
                        : Optional.of(MilestoneView.address(picture.id())),
                Mark.of(picture, words),
                picture.state().isGone(),
                Mark.breach(picture, words),
                words.say(
                        "project.baselines",
                        "current",
                        words.dates().day(picture.days().baseline()),
                        "original",
                        words.dates().day(picture.days().original())),
                about(picture),
                facts(picture),
                milestone.evidence().stream()
                        .map(piece -> card(piece, verified))
                        .toList(),
                milestone.whole(),
                needed(),
                milestone.records().stream().map(steps::entry).toList(),
                picture.source().map(LinkedText::paragraphs).orElse(List.of()),
                work.of(milestone));
    }

    private String about(MilestonePicture picture) {
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("kind", words.say("project.kind." + picture.kind().code()));
        gaps.put("claims", milestone.whole() ? picture.check().claims() : 0);
        gaps.put("verifications", picture.check().verifications());
        gaps.put("quorum", picture.check().quorum());
        return words.texts().say("project.about", gaps);
    }

    private List<ProjectModel.Fact> facts(MilestonePicture picture) {
        List<ProjectModel.Fact> facts = new ArrayList<>();
        var days = picture.days();
        var dates = words.dates();
        facts.add(fact("baseline", dates.day(days.baseline())));
        if (!days.original().equals(days.baseline())) {
            facts.add(fact("original", dates.day(days.original())));
        }
        days.started().ifPresent(day -> facts.add(fact("started", dates.day(day))));
        days.claimed()
                .filter(_ -> days.achieved().isEmpty())
                .ifPresent(day -> facts.add(fact("claimed", dates.day(day))));
        days.achieved().ifPresent(day -> facts.add(fact("achieved", dates.day(day))));
        if (picture.state().isOpen()) {
            facts.add(fact("forecast", dates.day(days.forecast())));
            days.stated().ifPresent(day -> facts.add(fact("stated", stated(picture, day))));
        }
        if (!picture.state().isGone()) {
            facts.add(fact(
                    "slip", SlipWords.both(picture.slip().days(), picture.slip().workingDays(), words)));
        }
        picture.check().waivers().forEach(waiver -> facts.add(fact("waived", waived(waiver))));
        picture.slip().reason().ifPresent(reason -> facts.add(fact("reason", reason)));
        named(picture.slip().drivers()).ifPresent(all -> facts.add(fact("drivers", all)));
        named(picture.plan().predecessors()).ifPresent(all -> facts.add(fact("follows", all)));
        picture.plan().notBefore().ifPresent(day -> facts.add(fact("not-before", dates.day(day))));
        picture.successor()
                .flatMap(id -> Optional.ofNullable(names.get(id)))
                .ifPresent(name -> facts.add(fact("successor", name)));
        return facts;
    }

    /** A day that is earlier than the plan gives does not win, and is said not to (rule D-33). */
    private String stated(MilestonePicture picture, LocalDate day) {
        String said = words.dates().day(day);
        boolean unsupported =
                !picture.state().isClaimed() && day.isBefore(picture.days().forecast());
        return unsupported ? words.say("project.stated.unsupported", "day", said) : said;
    }

    private String waived(Waiver waiver) {
        String until = words.dates().day(waiver.expires());
        return waiver.tranches() == 0
                ? words.say("project.waiver.all", "day", until)
                : words.say("project.waiver.tranches", "count", waiver.tranches(), "day", until);
    }

    private Optional<String> named(List<UUID> milestones) {
        List<String> known =
                milestones.stream().filter(names::containsKey).map(names::get).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(words.texts().list(known));
    }

    private ProjectModel.Fact fact(String name, String value) {
        return new ProjectModel.Fact(words.say("project.fact." + name), value);
    }

    /** What is asked for, with what is there ticked off, as long as it is not decided. */
    private List<ProjectModel.Need> needed() {
        MilestonePicture picture = milestone.picture();
        if (!picture.state().isOpen()) {
            return List.of();
        }
        List<EvidenceKind> missing = milestone.needed();
        return picture.check().required().stream()
                .map(kind -> missing.contains(kind)
                        ? new ProjectModel.Need(kind(kind), false, work.upload(milestone, kind))
                        : new ProjectModel.Need(kind(kind), true, Optional.empty()))
                .toList();
    }

    private String kind(EvidenceKind kind) {
        return words.say("project.evidence." + kind.code());
    }

    private ProjectModel.Card card(Evidence piece, boolean verified) {
        String hash = piece.sha256();
        Optional<String> name = Optional.ofNullable(files.get(piece.id()));
        return new ProjectModel.Card(
                icon(piece.kind()),
                name.orElseGet(() -> kind(piece.kind())),
                words.texts()
                        .say(
                                name.isPresent() ? "project.evidence.about.named" : "project.evidence.about",
                                Map.of(
                                        "kind",
                                        kind(piece.kind()),
                                        "type",
                                        type(piece.mediaType()),
                                        "size",
                                        size(piece.size()))),
                verified,
                hash,
                hash.substring(0, HASH_SHOWN) + "…" + hash.substring(hash.length() - HASH_SHOWN),
                DateWords.machine(piece.submittedAt()),
                words.say("project.evidence.came", "moment", words.dates().moment(piece.submittedAt())));
    }

    private static String type(String mediaType) {
        return MEDIA_TYPES.getOrDefault(mediaType, mediaType);
    }

    /** In the unit that fits, by thousands: {@code 8.4 MB}, {@code 8,4 Mo}. */
    private String size(long bytes) {
        String[] units = {"byte", "kilo", "mega", "giga"};
        int unit = 0;
        double value = bytes;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return words.texts()
                .say(
                        "project.size." + units[unit],
                        Map.of("value", unit == 0 ? (Object) bytes : Math.round(value * 10) / 10.0));
    }

    private static String icon(EvidenceKind kind) {
        return switch (kind) {
            case PHOTO -> "photo";
            case CERTIFICATE -> "certificate";
            case METER_READING -> "gauge";
            case SATELLITE -> "world";
            case PAYROLL_EXTRACT -> "users";
            case INVOICE -> "coins";
            case AUDIT_REPORT -> "shield-check";
            case PUBLICATION -> "file-text";
        };
    }
}
