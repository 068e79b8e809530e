package tranche.portal.timeline.page;

import gg.jte.Content;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.frame.page.Frame;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.Breach;
import tranche.portal.timeline.domain.Project;
import tranche.portal.timeline.domain.ProjectDetail;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.portal.timeline.domain.ReferenceClass;
import tranche.portal.timeline.domain.Standing;
import tranche.portal.timeline.domain.TimelineStep;
import tranche.portal.words.page.LinkedText;
import tranche.portal.words.page.Words;

/**
 * What the views know of a project, and how its page says it.
 *
 * @param names of milestones that others hang on
 * @param files what pieces of evidence are called by whoever submitted them
 * @param insight what is known beyond the milestones that are shown
 * @param steps the latest, the newest first
 * @param more whether there are more of them
 * @param all whether all of them were asked for
 * @param sent the form that is shown again; empty on a plain visit
 * @param alone the milestone that is shown by itself; empty where it is the project
 * @param once what the keys of this page's forms begin with, fresh
 */
record ProjectSheet(
        Project project,
        ProjectDetail.MilestonePage page,
        Map<UUID, String> names,
        Map<UUID, String> files,
        Insight insight,
        List<TimelineStep> steps,
        boolean more,
        boolean all,
        Optional<SentForm> sent,
        String once,
        Optional<UUID> alone) {

    ProjectModel model(Frame frame, Visitor visitor, Words words) {
        ProjectRow row = project.row();
        String address = ProjectQueryText.PATH + "/" + row.id();
        String query = alone.isPresent() ? ProjectView.ALONE : ProjectView.query(page.number(), all);
        LocalDate today = today(words.now(), project.zone());
        MilestoneWork work = new MilestoneWork(visitor, sent, once, address, query, today, words);
        return new ProjectModel(
                frame,
                alone.map(MilestoneView::address).orElse(address + query),
                address + "/graph",
                row.name(),
                Mark.of(row.standing(), words),
                project.significant() && row.standing() != Standing.CRITICAL
                        ? Mark.of(Breach.SIGNIFICANT, words)
                        : Optional.empty(),
                place(words),
                row.unverified(),
                sentence(words),
                project.source().map(LinkedText::paragraphs).orElse(List.of()),
                reference(words),
                PlanChart.of(page.milestones(), insight.unlocks(), today, words),
                SlipEffect.of(insight, words),
                page.milestones().stream()
                        .map(milestone -> new MilestoneSection(milestone, names, files, work, words).section())
                        .toList(),
                page.pages() == 1
                        ? Optional.empty()
                        : Optional.of(
                                words.say("project.milestones.page", "number", page.number(), "pages", page.pages())),
                page.number() > 1 ? Optional.of(address + "?page=" + (page.number() - 1)) : Optional.empty(),
                page.number() < page.pages() ? Optional.of(address + "?page=" + (page.number() + 1)) : Optional.empty(),
                steps.stream().map(new StepWords(words)::step).toList(),
                more && !all
                        ? Optional.of(address + "?page=" + page.number() + "&history=all#history")
                        : Optional.empty(),
                sent.flatMap(form -> form.said(isShown(form, visitor), words)),
                visitor.csrf());
    }

    private Optional<ProjectModel.Average> reference(Words words) {
        return ReferenceClass.of(project.row().kind(), project.row().country(), insight.outlines())
                .map(average -> new ProjectModel.Average(
                        words.texts()
                                .say(
                                        "project.reference",
                                        Map.of(
                                                "planned",
                                                average.planned(),
                                                "days",
                                                average.region().days(),
                                                "region",
                                                words.say("project.reference."
                                                        + average.region().code()))),
                        average.faster() ? Optional.of(words.say("project.reference.faster")) : Optional.empty()));
    }

    /** Whether the form that was sent is still on the page. */
    private boolean isShown(SentForm form, Visitor visitor) {
        return page.milestones().stream()
                .anyMatch(milestone -> milestone.picture().id().equals(form.milestone())
                        && form.doing().isOffered(milestone, visitor.actor()));
    }

    /** A project's days begin in its own zone. */
    private static LocalDate today(Instant now, String zone) {
        return LocalDate.ofInstant(now, ZoneId.of(zone));
    }

    /** {@code Fab · US-NY, United States · 43.18° N 76.19° W · Programme}. */
    private String place(Words words) {
        ProjectRow row = project.row();
        List<String> parts = new ArrayList<>();
        parts.add(words.say("projects.kind." + row.kind().code()));
        parts.add(row.region() + ", " + ProjectTable.country(row.country(), words));
        if (project.latitude().isPresent() && project.longitude().isPresent()) {
            parts.add(degrees(project.latitude().get(), "north", "south", words) + " "
                    + degrees(project.longitude().get(), "east", "west", words));
        }
        project.programme().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private static String degrees(BigDecimal value, String above, String below, Words words) {
        BigDecimal figure = value.abs().setScale(2, RoundingMode.HALF_UP);
        return words.say("project.degrees." + (value.signum() < 0 ? below : above), "value", figure);
    }

    private Content sentence(Words words) {
        ProjectRow row = project.row();
        Map<String, Object> gaps = new HashMap<>();
        gaps.put("milestones", row.milestones());
        gaps.put("achieved", row.achieved());
        gaps.put("claimed", row.claimed().orElse(0L));
        gaps.put("slipped", project.slipped());
        row.next().ifPresent(next -> {
            gaps.put("name", next.name());
            gaps.put("day", words.dates().day(next.day()));
            gaps.put("baseline", words.dates().day(next.baseline()));
            gaps.put("days", Math.abs(next.slip()));
        });
        Content first = words.rich("project.now." + now(row), gaps);
        if (row.milestones() == 0) {
            return first;
        }
        Content then = words.rich("project.so", gaps);
        return output -> {
            first.writeTo(output);
            output.writeContent(" ");
            then.writeTo(output);
        };
    }

    private static String now(ProjectRow row) {
        if (row.standing() == Standing.STOPPED) {
            return "stopped";
        }
        if (row.next().isEmpty()) {
            return row.standing() == Standing.UNPLANNED ? "unplanned" : "complete";
        }
        ProjectRow.Next next = row.next().get();
        if (next.state().isClaimed()) {
            return "claimed";
        }
        return next.slip() > 0 ? "late" : next.slip() < 0 ? "early" : "on-plan";
    }
}
