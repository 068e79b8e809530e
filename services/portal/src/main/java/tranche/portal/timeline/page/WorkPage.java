package tranche.portal.timeline.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Afterwards;
import tranche.portal.frame.page.Crumb;
import tranche.portal.frame.page.Frame;
import tranche.portal.frame.page.MenuEntry;
import tranche.portal.frame.page.Pages;
import tranche.portal.problem.page.ProblemPages;
import tranche.portal.raise.domain.OwnWrites;
import tranche.portal.session.domain.Visitor;
import tranche.portal.timeline.domain.WorkList;
import tranche.portal.timeline.domain.WorkList.Need;
import tranche.portal.timeline.domain.WorkList.Task;
import tranche.portal.timeline.page.WorkModel.Line;
import tranche.portal.timeline.page.WorkModel.TaskList;
import tranche.portal.words.page.Words;
import tranche.values.actor.Role;

/** What waits for a site reporter and for a verifier: the home of both. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
public final class WorkPage {

    /** More than anybody does in a day; the list of projects has all. */
    private static final int TASKS = 100;

    private final WorkList work;
    private final OwnWrites ownWrites;
    private final Pages pages;
    private final ProblemPages problems;

    WorkPage(WorkList work, OwnWrites ownWrites, Pages pages, ProblemPages problems) {
        this.work = work;
        this.ownWrites = ownWrites;
        this.pages = pages;
        this.problems = problems;
    }

    @Get(value = "/work", produces = MediaType.TEXT_HTML)
    public HttpResponse<?> read(HttpRequest<?> request, Visitor visitor) {
        if (!MenuEntry.WORK.isFor(visitor)) {
            return problems.nothing(request, visitor.reader());
        }
        Afterwards.position(request).ifPresent(ownWrites::await);
        Frame plain = pages.frame(request, visitor, MenuEntry.WORK);
        Words words = plain.words();
        String title = words.say("frame.entry.work");
        List<TaskList> lists = new ArrayList<>();
        int first = 0;
        int toVerify = 0;
        boolean moreToVerify = false;
        boolean moreOfMine = false;
        if (visitor.hasAnyOf(Role.VERIFIER)) {
            List<Task> found = work.verified(visitor.actor(), TASKS + 1);
            moreToVerify = found.size() > TASKS;
            List<Task> tasks = shown(found);
            toVerify = tasks.size();
            lists.add(new TaskList(
                    "verify",
                    words.say("work.verify"),
                    words.say("work.verify.none"),
                    words.say("work.column.claimed"),
                    tasks.stream().map(task -> claim(task, words)).toList(),
                    rest(moreToVerify, words)));
        }
        if (visitor.hasAnyOf(Role.SITE_REPORTER)) {
            List<Task> found = work.reported(visitor.actor(), TASKS + 1);
            moreOfMine = found.size() > TASKS;
            List<Task> tasks = shown(found).stream()
                    .sorted(Comparator.comparing(task -> task.need(today(task, words))))
                    .toList();
            first = (int) tasks.stream()
                    .filter(task -> task.need(today(task, words)).compareTo(Need.OVERDUE) <= 0)
                    .count();
            lists.add(new TaskList(
                    "mine",
                    words.say("work.mine"),
                    words.say("work.mine.none"),
                    words.say("work.column.expected"),
                    tasks.stream().map(task -> own(task, words)).toList(),
                    rest(moreOfMine, words)));
        }
        Frame frame = plain.titled(title, List.of(Crumb.here(title)));
        return pages.page(
                request,
                "timeline/work.jte",
                new WorkModel(
                        frame,
                        words.texts()
                                .say(
                                        "work.lede" + of(visitor),
                                        Map.of(
                                                "presses",
                                                first,
                                                "verify",
                                                toVerify,
                                                "moreToVerify",
                                                moreToVerify ? "yes" : "no",
                                                "moreOfMine",
                                                moreOfMine ? "yes" : "no")),
                        lists));
    }

    private static List<Task> shown(List<Task> found) {
        return found.subList(0, Math.min(found.size(), TASKS));
    }

    /** What is said below a list that is cut. */
    private static Optional<String> rest(boolean more, Words words) {
        return more ? Optional.of(words.say("work.rest", "count", TASKS)) : Optional.empty();
    }

    /** What the sentence speaks of: of what is verified, of what is reported, or of both. */
    private static String of(Visitor visitor) {
        if (!visitor.hasAnyOf(Role.SITE_REPORTER)) {
            return ".verify";
        }
        return visitor.hasAnyOf(Role.VERIFIER) ? ".both" : ".report";
    }

    private static LocalDate today(Task task, Words words) {
        return LocalDate.ofInstant(words.now(), ZoneId.of(task.zone()));
    }

    /** A claim that a verifier looks at. */
    private static Line claim(Task task, Words words) {
        boolean whole = task.missing().isEmpty();
        return line(
                task,
                whole
                        ? new Mark("flag-check", "info", false, words.say("work.need.ready"))
                        : new Mark("circle-dashed", "draft", false, words.say("work.need.evidence")),
                whole
                        ? words.say("work.since", "moment", words.dates().recent(task.changed(), words.now()))
                        : missing(task, words),
                words);
    }

    /** A milestone of a site reporter's own. */
    private static Line own(Task task, Words words) {
        Need need = task.need(today(task, words));
        String word = words.say("work.need." + need.code());
        Mark mark = switch (need) {
            case REJECTED -> new Mark("circle-x", "bad", false, word);
            case EVIDENCE -> new Mark("file-text", "warn", false, word);
            case OVERDUE -> new Mark("clock-exclamation", "bad", false, word);
            case LATE -> new Mark("clock-exclamation", "warn", false, word);
            case AHEAD -> new Mark("calendar-event", "draft", false, word);
            case WAITS -> new Mark("flag-check", "info", false, word);
        };
        String about = switch (need) {
            case REJECTED -> task.reason().orElse("");
            case EVIDENCE -> missing(task, words);
            case OVERDUE, LATE, AHEAD -> SlipWords.calendar(task.slip(), words);
            case WAITS -> words.say("work.since", "moment", words.dates().recent(task.changed(), words.now()));
        };
        return line(task, mark, about, words);
    }

    private static String missing(Task task, Words words) {
        return words.say(
                "work.missing",
                "kinds",
                words.texts()
                        .list(task.missing().stream()
                                .map(kind -> words.say("project.evidence." + kind.code()))
                                .toList()));
    }

    private static Line line(Task task, Mark mark, String about, Words words) {
        return new Line(
                task.name(),
                task.projectName(),
                mark,
                about,
                words.dates().day(task.day()),
                "/milestones/" + task.milestone());
    }
}
