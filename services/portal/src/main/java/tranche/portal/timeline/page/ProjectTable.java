package tranche.portal.timeline.page;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tranche.portal.frame.page.Frame;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Head;
import tranche.portal.listing.page.Kept;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;
import tranche.portal.timeline.domain.ProjectFilter;
import tranche.portal.timeline.domain.ProjectKind;
import tranche.portal.timeline.domain.ProjectList;
import tranche.portal.timeline.domain.ProjectRow;
import tranche.portal.timeline.domain.ProjectSort;
import tranche.portal.timeline.domain.ProjectTotals;
import tranche.portal.timeline.domain.Standing;
import tranche.portal.words.page.Words;

/**
 * What the views know of a list of projects, and how the page says it.
 *
 * @param shown whether projects are shown to the visitor at all
 */
record ProjectTable(
        ProjectQueryText query,
        ProjectList.Page page,
        ProjectTotals totals,
        List<ProjectList.Programme> programmes,
        List<String> countries,
        boolean shown) {

    ProjectsModel model(Frame frame, Words words) {
        ProjectFilter filter = query.filter();
        return new ProjectsModel(
                frame,
                sentence(words),
                pills(words),
                query.unknown().entrySet().stream()
                        .map(part -> new Unknown(words.say("projects.filter." + part.getKey()), part.getValue()))
                        .toList(),
                query.address(),
                programmes.stream()
                        .map(programme -> choice(
                                programme.id().toString(),
                                programme.name(),
                                filter.programme().map(Object::toString)))
                        .toList(),
                Arrays.stream(ProjectKind.values())
                        .map(kind -> choice(
                                kind.code(),
                                words.say("projects.kind." + kind.code()),
                                filter.kind().map(ProjectKind::code)))
                        .toList(),
                countries.stream()
                        .map(country -> choice(country, country(country, words), filter.country()))
                        .toList(),
                Arrays.stream(Standing.values())
                        .map(standing -> choice(
                                standing.code(),
                                words.say("projects.state." + standing.code()),
                                filter.standing().map(Standing::code)))
                        .toList(),
                filter.text().orElse(""),
                query.parts().entrySet().stream()
                        .map(part -> new Kept(part.getKey(), part.getValue()))
                        .toList(),
                nothing(words),
                List.of(
                        head(ProjectSort.Column.NAME, "", words),
                        head(ProjectSort.Column.KIND, "foldable", words),
                        head(ProjectSort.Column.REGION, "foldable", words),
                        head(ProjectSort.Column.STATE, "", words),
                        head(ProjectSort.Column.NEXT, "", words),
                        head(ProjectSort.Column.SLIP, "r", words)),
                page.rows().stream().map(row -> line(row, words)).toList(),
                words.texts()
                        .say(
                                "projects.total",
                                Map.of(
                                        "count",
                                        totals.projects(),
                                        "milestones",
                                        totals.milestones(),
                                        "achieved",
                                        totals.achieved())),
                page.next().map(next -> query.with("after", next)),
                query.after().isPresent(),
                query.under("/projects.csv"),
                query.under("/projects.xlsx"));
    }

    private static Choice choice(String value, String name, Optional<String> chosen) {
        return new Choice(value, name, chosen.filter(value::equals).isPresent());
    }

    /** The name of a country in the reader's language. */
    static String country(String code, Words words) {
        return Locale.of("", code).getDisplayCountry(words.texts().locale());
    }

    /** Why the list is empty, and what to do about it. */
    private String nothing(Words words) {
        if (!shown) {
            return words.say("projects.none.not-shown");
        }
        return words.say(query.filter().isEmpty() ? "projects.none.yet" : "projects.none");
    }

    private Content sentence(Words words) {
        String key = totals.projects() > 0
                ? "projects.lede"
                : query.filter().isEmpty() ? "projects.lede.none.yet" : "projects.lede.none";
        return words.rich(
                key,
                Map.of(
                        "count",
                        totals.projects(),
                        "late",
                        totals.late(),
                        "milestones",
                        totals.milestones(),
                        "achieved",
                        totals.achieved()));
    }

    private List<Pill> pills(Words words) {
        List<Pill> pills = new ArrayList<>();
        ProjectFilter filter = query.filter();
        filter.programme()
                .map(id -> programmes.stream()
                        .filter(programme -> programme.id().equals(id))
                        .findFirst()
                        .map(ProjectList.Programme::name)
                        .orElse(id.toString()))
                .ifPresent(name -> pills.add(pill("programme", name, words)));
        filter.kind().ifPresent(kind -> pills.add(pill("kind", words.say("projects.kind." + kind.code()), words)));
        filter.country().ifPresent(code -> pills.add(pill("country", country(code, words), words)));
        filter.standing()
                .ifPresent(standing -> pills.add(pill("state", words.say("projects.state." + standing.code()), words)));
        filter.text().ifPresent(text -> pills.add(pill("text", text, words)));
        return pills;
    }

    private Pill pill(String part, String value, Words words) {
        return new Pill(words.say("projects.filter." + part), value, query.without(part));
    }

    private Head head(ProjectSort.Column column, String look, Words words) {
        ProjectSort now = query.sort();
        boolean current = now.column() == column;
        // The first click on the slips shows the largest first; a second one turns it round.
        boolean descending = current ? !now.descending() : column == ProjectSort.Column.SLIP;
        return new Head(
                words.say("projects.column." + column.code()),
                Optional.of(look).filter(given -> !given.isEmpty()),
                new ProjectSort(column, descending).code(),
                current ? Optional.of(now.descending() ? "descending" : "ascending") : Optional.empty());
    }

    private static ProjectsModel.Line line(ProjectRow row, Words words) {
        return new ProjectsModel.Line(
                "p-" + row.id(),
                "/projects/" + row.id(),
                row.name(),
                words.say("projects.kind." + row.kind().code()),
                row.region(),
                country(row.country(), words),
                row.sample(),
                row.unverified(),
                Mark.of(row.standing(), words),
                row.next().map(ProjectRow.Next::name),
                row.next().map(next -> words.dates().day(next.day())).orElseGet(() -> words.say("words.none")),
                row.next().filter(next -> next.state().isClaimed()).isPresent(),
                row.slip().map(days -> SlipWords.calendar(days, words)).orElseGet(() -> words.say("words.none")),
                row.slip().map(SlipWords::tone).orElse("none"));
    }
}
