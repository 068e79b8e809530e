package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static tranche.milestones.manners.Desk.MANAGER;
import static tranche.milestones.manners.Desk.assertRefused;
import static tranche.milestones.manners.Desk.errors;
import static tranche.milestones.manners.Desk.today;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.milestones.MilestonesProcess.Reply;

/** How lists page and leave as files, and what was so on another day. */
class ReadMannersTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir
    private static Path data;

    private static Desk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new Desk(data);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    /** All pages of a list, the ids of its items. */
    private static List<String> walk(String list) {
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            Reply page = desk.service.get(MANAGER, list + next);
            assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
            page.body().get("items").forEach(item -> read.add(item.get("id").asText()));
            next = page.body().get("next").isNull() ? "" : "&after=" + page.text("next");
        } while (!next.isEmpty());
        return read;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects?", "/milestones?", "/milestones?projectId=PROJECT&"})
    void every_list_pages(String list) {
        UUID project = desk.project();
        desk.project();
        desk.project();
        for (int i = 0; i < 3; i++) {
            desk.planned(project);
        }
        String path = list.replace("PROJECT", project.toString());

        List<String> one = walk(path + "limit=1");

        assertThat(one).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().isSorted();
        assertThat(walk(path + "limit=500")).isEqualTo(one);
    }

    @Test
    void a_list_is_cut_to_what_is_asked_for() {
        UUID programme = desk.service.programme("Asia/Tokyo");
        UUID arizona =
                desk.made("/projects", Desk.projectBody(programme, "Fab")).id();
        UUID dresden = desk.made(
                        "/projects",
                        Desk.projectBody(programme, "Plant")
                                .replace("FAB", "SUPPLY_PLANT")
                                .replace("US-AZ", "DE-SN")
                                .replace("\"US\"", "\"DE\""))
                .id();
        UUID planned = desk.planned(arizona).id();
        UUID claimed = desk.planned(dresden).id();
        desk.claimed(claimed);
        String of = "programmeId=" + programme;

        assertThat(walk("/projects?" + of)).containsExactly(arizona.toString(), dresden.toString());
        for (String filter : List.of("country=DE", "region=DE-SN", "kind=SUPPLY_PLANT")) {
            assertThat(walk("/projects?" + of + "&" + filter)).containsExactly(dresden.toString());
        }
        assertThat(walk("/milestones?" + of)).containsExactly(planned.toString(), claimed.toString());
        assertThat(walk("/milestones?" + of + "&state=CLAIMED")).containsExactly(claimed.toString());
        assertThat(walk("/milestones?" + of + "&kind=PERMIT")).isEmpty();
        assertThat(walk("/milestones?projectId=" + arizona)).containsExactly(planned.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/milestones?projectId=x, projectId not-a-uuid",
        "/milestones?state=OPEN, state not-one-of",
        "/milestones?colour=red, colour unknown-parameter",
        "/projects?kind=HOUSE, kind not-one-of",
        "/projects?country=XX, country unknown-country"
    })
    void a_parameter_that_cannot_be_read_is_told_by_its_name(String list, String error) {
        assertThat(errors(desk.service.get(MANAGER, list))).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects", "/milestones"})
    void every_list_leaves_as_a_file(String list) {
        UUID project = desk.made(
                        "/projects",
                        Desk.with(
                                Desk.projectBody(desk.programme, "Fab 2"),
                                ", \"latitude\": -33.5, \"longitude\": -70.6"))
                .id();
        desk.planned(project);

        Reply csv = desk.service.get(MANAGER, list + "?limit=500", "Accept", "text/csv");
        Reply xlsx = desk.service.get(MANAGER, list, "Accept", XLSX);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.raw().body()).contains(project.toString());
        if (list.equals("/projects")) {
            assertThat(csv.raw().body()).contains(",-33.500000,-70.600000,");
        }
        assertThat(xlsx.header("Content-Type")).isEqualTo(XLSX);
        assertThat(xlsx.raw().body()).startsWith("PK");
    }

    @Test
    void an_object_is_read_as_it_was_known_and_is_not_there_before_it_was_made() {
        UUID project = desk.project();
        Reply planned = desk.planned(project);
        UUID id = planned.id();
        desk.service.send(MANAGER, "PATCH", "/milestones/" + id, "{\"durationDays\": 30}");
        desk.verified(id);
        String known = "knownAt=" + planned.text("recordedAt");

        Reply then = desk.service.get(MANAGER, "/milestones/" + id + "?" + known);
        assertThat(then.body()).isEqualTo(planned.body());
        assertThat(desk.service
                        .get(MANAGER, "/milestones?projectId=" + project + "&" + known)
                        .body()
                        .get("items")
                        .get(0))
                .isEqualTo(planned.body());
        for (String path : List.of("/milestones/" + id, "/projects/" + project)) {
            assertThat(desk.service.get(MANAGER, path + "?asOf=" + today()).status())
                    .isEqualTo(200);
            assertRefused(desk.service.get(MANAGER, path + "?asOf=2000-01-01"), 404, "not-found");
        }
        assertRefused(desk.service.get(MANAGER, "/projects?asOf=2026-03-31"), 400, "as-of-not-supported");
    }

    @Test
    void what_is_read_is_what_was_answered_whatever_a_milestone_has() {
        UUID project = desk.project();
        UUID first = desk.planned(project).id();
        Reply planned = desk.made(
                "/milestones",
                Desk.with(
                        Desk.milestoneBody(project, today().plusDays(60)),
                        ", \"predecessors\": [{\"milestoneId\": \"" + first + "\", \"lagDays\": -3}],"
                                + " \"notBefore\": \"2030-01-01\", \"quorum\": 3, \"sourceNote\": \"Press.\","
                                + " \"requiredEvidence\": [\"SATELLITE\", \"PHOTO\"],"
                                + " \"sourceSystem\": \"plan\", \"externalRef\": \"M-1\""));

        assertThat(desk.read(planned.id()).body()).isEqualTo(planned.body());
        assertThat(planned.body().get("predecessors").toString())
                .isEqualTo("[{\"milestoneId\":\"" + first + "\",\"lagDays\":-3}]");
        assertThat(planned.body().get("requiredEvidence").toString()).isEqualTo("[\"PHOTO\",\"SATELLITE\"]");
        Reply freed = desk.service.send(MANAGER, "PATCH", "/milestones/" + planned.id(), "{\"notBefore\": null}");
        assertThat(freed.body().get("notBefore").isNull()).isTrue();
        assertThat(freed.body().get("predecessors")).hasSize(1);
    }
}
