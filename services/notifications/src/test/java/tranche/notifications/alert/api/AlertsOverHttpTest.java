package tranche.notifications.alert.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tranche.Head;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CapitalCallDrafted;
import tranche.commitments.FundCreated;
import tranche.commitments.TrancheDrafted;
import tranche.milestones.MilestoneAchieved;
import tranche.milestones.MilestonePlanned;
import tranche.milestones.MilestoneVerificationRevoked;
import tranche.notifications.NotificationsProcess;
import tranche.notifications.NotificationsProcess.Reply;
import tranche.notifications.Told;
import tranche.notifications.notice.reactions.NoticeReactions;
import tranche.notifications.recipient.reactions.RecipientReactions;
import tranche.notifications.subject.reactions.SubjectReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

/** An investor's contact and its capital calls: listed, read, acknowledged, followed. */
class AlertsOverHttpTest {

    @TempDir
    private static Path data;

    private static NotificationsProcess service;

    private final UUID investor = UUID.randomUUID();
    private final UUID fund = UUID.randomUUID();
    private final Actor contact = NotificationsProcess.with(Role.INVESTOR, Scope.ofInvestor(investor));

    @BeforeAll
    static void start() throws IOException {
        service = new NotificationsProcess(data);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void becomes_a_recipient() {
        service.tell(
                RecipientReactions.class,
                contact.account(),
                Told.given(
                        UUID.randomUUID(),
                        contact.account(),
                        Role.INVESTOR,
                        Scope.ofInvestor(investor),
                        Instant.parse("2026-01-05T09:00:00Z")));
        service.tell(
                SubjectReactions.class,
                fund,
                Told.event(FundCreated.class, fund, Map.of("fundId", fund, "name", "Fund I")));
    }

    private CallLineIssued issued() {
        return Told.event(
                CallLineIssued.class,
                fund,
                Map.of(
                        "fundId",
                        fund,
                        "investorId",
                        investor,
                        "amount",
                        Told.money("1250000.50"),
                        "dueDate",
                        LocalDate.of(2026, 12, 15),
                        "reference",
                        "RF18539007547034"));
    }

    private String told(CallLineIssued... lines) {
        service.tell(NoticeReactions.class, fund, lines);
        return service.get(contact, "/alerts").body().at("/items/0/id").asText();
    }

    @Test
    @DisplayName("CC-03: told twice, shown once, with its figures, in the language that the caller reads")
    void a_call_is_told_to_its_investor() {
        CallLineIssued line = issued();
        told(line);
        told(line);
        Reply english = service.get(contact, "/alerts");
        Reply french = service.get(contact, "/alerts", "Accept-Language", "fr");

        assertThat(english.body().get("items")).as(english.raw().body()).hasSize(1);
        var alert = english.body().at("/items/0");
        assertThat(alert.get("type").asText()).isEqualTo("CC-03");
        assertThat(alert.get("severity").asText()).isEqualTo("WARNING");
        assertThat(alert.get("state").asText()).isEqualTo("CREATED");
        assertThat(alert.get("title").asText())
                .isEqualTo("Capital call: USD\u00A01,250,000.50 due on 15\u00A0Dec\u00A02026");
        assertThat(alert.get("body").asText())
                .startsWith("Pay USD\u00A01,250,000.50 by 15\u00A0Dec\u00A02026: Fund I calls it from you");
        assertThat(alert.get("language").asText()).isEqualTo("en");
        assertThat(alert.at("/cause/eventId").asText())
                .isEqualTo(line.getHead().getEventId().toString());
        assertThat(alert.at("/cause/type").asText()).isEqualTo("tranche.commitments.CallLineIssued");
        assertThat(alert.get("links"))
                .as("an investor reads of a call where its own things are")
                .extracting(JsonNode::asText)
                .containsExactly("/api/v1/capital-calls/" + line.getCallId(), "/calls/" + line.getCallId());
        assertThat(alert.get("readAt").isNull()).isTrue();
        assertThat(french.body().at("/items/0/body").asText())
                .startsWith(
                        "1\u202F250\u202F000,50\u00A0USD, à régler le 15\u00A0déc.\u00A02026 au plus tard\u202F: Fund I vous les appelle");
        assertThat(french.body().at("/items/0/language").asText()).isEqualTo("fr");
    }

    private static TrancheDrafted drafted(UUID fund, String name) {
        return Told.event(TrancheDrafted.class, fund, Map.of("trancheId", UUID.randomUUID(), "name", name));
    }

    @Test
    @DisplayName("MS-08: a verification that is withdrawn says which tranches are conditional on the milestone")
    void a_withdrawn_verification_names_its_tranches() {
        UUID programme = UUID.randomUUID();
        UUID project = UUID.randomUUID();
        Actor manager = NotificationsProcess.with(Role.FUND_MANAGER, Scope.ofProgramme(programme));
        service.tell(
                RecipientReactions.class,
                manager.account(),
                Told.given(
                        UUID.randomUUID(),
                        manager.account(),
                        Role.FUND_MANAGER,
                        Scope.ofProgramme(programme),
                        Instant.EPOCH));
        TrancheDrafted second = drafted(fund, "T2");
        TrancheDrafted third = drafted(fund, "T3");
        service.tell(SubjectReactions.class, fund, second, third);
        for (List<UUID> tranches : List.of(List.<UUID>of(), List.of(second.getTrancheId(), third.getTrancheId()))) {
            service.tell(
                    NoticeReactions.class,
                    project,
                    Told.event(
                            MilestoneVerificationRevoked.class,
                            project,
                            Map.of("programmeId", programme, "projectId", project, "trancheIds", tranches)));
        }
        List<String> bodies = new ArrayList<>();
        service.get(manager, "/alerts")
                .body()
                .get("items")
                .forEach(alert -> bodies.add(alert.get("body").asText()));

        assertThat(bodies).hasSize(2);
        assertThat(bodies.getFirst()).contains("Conditional on it: T2 and T3.");
        assertThat(bodies.getLast()).doesNotContain("Conditional");
    }

    @Test
    void an_alert_is_read_acknowledged_and_listed_by_its_state() {
        String id = told(issued());
        Reply read = service.post(contact, "/alerts/" + id + "/read", "");
        Reply again = service.post(contact, "/alerts/" + id + "/read", "");
        Reply acknowledged = service.post(contact, "/alerts/" + id + "/acknowledgement", "", "If-Match", "\"1\"");
        Reply twice = service.post(contact, "/alerts/" + id + "/acknowledgement", "");

        assertThat(read.status()).as(read.raw().body()).isEqualTo(200);
        assertThat(read.text("state")).isEqualTo("READ");
        assertThat(again.text("readAt")).isEqualTo(read.text("readAt"));
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(acknowledged.text("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body().get("allowed")).hasSize(1);
        assertThat(service.get(contact, "/alerts?state=CREATED").body().get("items"))
                .isEmpty();
        assertThat(service.get(contact, "/alerts?state=ACKNOWLEDGED").body().get("items"))
                .hasSize(1);
        assertThat(service.get(contact, "/alerts", "Accept", "text/csv").raw().body())
                .contains(id, "ACKNOWLEDGED");
    }

    @Test
    void what_was_raised_up_to_an_alert_is_read_at_once() {
        told(issued(), issued(), issued());
        JsonNode items = service.get(contact, "/alerts").body().get("items");
        Actor another = NotificationsProcess.anybody(Role.FUND_MANAGER);
        String middle = "/alerts/" + items.at("/1/id").asText() + "/read-up-to";

        assertThat(service.post(another, middle, "").status()).isEqualTo(404);
        Reply read = service.post(contact, middle, "");
        Reply again = service.post(contact, middle, "");

        assertThat(read.status()).as(read.raw().body()).isEqualTo(200);
        assertThat(read.text("state")).isEqualTo("READ");
        assertThat(again.text("readAt")).isEqualTo(read.text("readAt"));
        assertThat(service.get(contact, "/alerts?state=CREATED")
                        .body()
                        .get("items")
                        .valueStream())
                .extracting(alert -> alert.get("id").asText())
                .containsExactly(items.at("/0/id").asText());
        assertThat(service.get(contact, "/alerts?state=READ").body().get("items"))
                .hasSize(2);
    }

    @Test
    void what_is_not_read_is_counted() {
        told(issued());
        String last = told(issued(), issued());
        assertThat(unread(contact)).isEqualTo(3);
        assertThat(unread(NotificationsProcess.anybody(Role.INVESTOR))).isZero();

        service.post(contact, "/alerts/" + last + "/read", "");

        assertThat(unread(contact)).isEqualTo(2);
    }

    private static int unread(Actor reader) {
        return service.get(reader, "/alerts/unread").body().get("count").asInt();
    }

    @Test
    @DisplayName("the same request twice is answered the same; another's alert is not there")
    void manners() {
        String id = told(issued());
        Actor another = NotificationsProcess.anybody(Role.FUND_MANAGER);
        String path = "/alerts/" + id + "/acknowledgement";
        Reply first = service.post(contact, path, "", "Idempotency-Key", "ack");
        Reply second = service.post(contact, path, "", "Idempotency-Key", "ack");

        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(service.post(another, path, "").status()).isEqualTo(404);
        assertThat(service.post(contact, path, "", "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(service.post(contact, "/alerts/" + id + "/read", "{\"colour\": \"red\"}")
                        .status())
                .isEqualTo(422);
        assertThat(service.get(contact, "/alerts?state=LOST").status()).isEqualTo(422);
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        told(issued(), issued(), issued());
        Reply first = service.get(contact, "/alerts?limit=2");
        Reply next = service.get(contact, "/alerts?limit=2&after=" + first.text("next"));
        List<String> ids = new ArrayList<>(first.body().get("items").findValuesAsText("createdAt"));

        assertThat(ids).hasSize(2);
        assertThat(next.body().get("items")).hasSize(1);
        assertThat(next.body().get("next").isNull()).isTrue();
        assertThat(first.raw().body())
                .doesNotContain(next.body().at("/items/0/id").asText());
    }

    private <T extends SpecificRecord> T about(Class<T> type, UUID object, UUID command, Map<String, ?> fields) {
        Head head = Head.newBuilder(Told.head(object, 1, Instant.now()))
                .setCorrelationId(command)
                .build();
        return Told.event(type, head, fields);
    }

    @Test
    void an_alert_by_itself_has_the_steps_that_led_to_it_and_the_figures_that_matter() {
        UUID shell = UUID.randomUUID();
        UUID verification = UUID.randomUUID();
        UUID call = UUID.randomUUID();
        Map<String, ?> milestone = Map.of("milestoneId", shell);
        service.tell(
                SubjectReactions.class,
                shell,
                about(MilestonePlanned.class, shell, shell, Map.of("milestoneId", shell, "name", "Shell complete")));
        service.tell(NoticeReactions.class, shell, about(MilestoneAchieved.class, shell, verification, milestone));
        service.tell(NoticeReactions.class, fund, about(CapitalCallDrafted.class, call, verification, Map.of()));
        String id = told(CallLineIssued.newBuilder(issued()).setCallId(call).build());

        Reply english = service.get(contact, "/alerts/" + id);
        Reply french = service.get(contact, "/alerts/" + id, "Accept-Language", "fr");

        assertThat(english.header("ETag")).isEqualTo("\"0\"");
        assertThat(english.body().get("facts").findValuesAsText("name"))
                .containsExactly("To pay", "Due", "Left to be called");
        assertThat(english.body().get("facts").findValuesAsText("value"))
                .startsWith("USD\u00A01,250,000.50", "15\u00A0Dec\u00A02026");
        assertThat(english.body().get("trail").findValuesAsText("title"))
                .containsExactly("Counts as verified", "Call drafted");
        assertThat(english.body().at("/trail/0/name").asText()).isEqualTo("Shell complete");
        assertThat(french.body().get("facts").findValuesAsText("name"))
                .containsExactly("À régler", "Échéance", "Reste à appeler");
        assertThat(french.body().get("trail").findValuesAsText("title"))
                .containsExactly("Compte comme vérifié", "Appel préparé");
        assertThat(service.get(NotificationsProcess.anybody(Role.FUND_MANAGER), "/alerts/" + id)
                        .status())
                .isEqualTo(404);
    }

    /** Reads a stream until it has told so many alerts; their ids. */
    private List<String> followed(int alerts, String lastEventId) throws IOException {
        List<String> ids = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                service.stream(contact, "/alerts/stream", "Last-Event-ID", lastEventId), UTF_8))) {
            while (ids.size() < alerts) {
                String line = lines.readLine();
                assertThat(line).as("the stream goes on").isNotNull();
                if (line.startsWith("id: ")) {
                    ids.add(line.substring("id: ".length()));
                }
            }
        }
        return ids;
    }

    @Test
    @Timeout(60)
    @DisplayName("a stream that comes back goes on behind the last alert that it has, with none missed and none twice")
    void a_stream_goes_on_where_it_was() throws IOException {
        told(issued(), issued(), issued());
        List<String> all = followed(3, UUID.randomUUID().toString());
        service.tell(NoticeReactions.class, fund, issued());

        List<String> rest = followed(3, all.getFirst());
        assertThat(all).doesNotHaveDuplicates();
        assertThat(rest.subList(0, 2)).isEqualTo(all.subList(1, 3));
        assertThat(rest).doesNotHaveDuplicates();
        assertThat(followed(4, "no id at all")).startsWith(all.toArray(String[]::new));
    }

    @Test
    @Timeout(60)
    void a_stream_that_begins_tells_what_is_new_and_only_that() throws IOException {
        told(issued());
        CallLineIssued news = issued();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(service.stream(contact, "/alerts/stream"), UTF_8))) {
            assertThat(lines.readLine())
                    .as("a comment, before anything is told")
                    .startsWith(":");
            service.tell(NoticeReactions.class, fund, news);
            String line = lines.readLine();
            StringBuilder event = new StringBuilder();
            while (line != null && !line.startsWith("data: ")) {
                event.append(line).append('\n');
                line = lines.readLine();
            }
            assertThat(event).contains("event: alert\n");
            assertThat(line).contains(news.getHead().getEventId().toString());
        }
    }
}
