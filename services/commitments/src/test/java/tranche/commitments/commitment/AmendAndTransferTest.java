package tranche.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tranche.commitments.drawdown.CallDesk.APPROVER;
import static tranche.commitments.drawdown.CallDesk.AUDITOR;
import static tranche.commitments.drawdown.CallDesk.MANAGER;
import static tranche.commitments.drawdown.CallDesk.today;
import static tranche.commitments.drawdown.CallDesk.usd;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.OnBroker;
import tranche.commitments.drawdown.CallDesk;
import tranche.commitments.drawdown.CallDesk.Fund;
import tranche.values.actor.Access;
import tranche.values.actor.Actor;
import tranche.values.actor.Grant;
import tranche.values.actor.Role;
import tranche.values.actor.Scope;

@DisplayName("A closed commitment, over HTTP,")
class AmendAndTransferTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CONSENT = "'documents': [{'name': 'Consent', 'sha256': '" + "ab".repeat(32) + "'}]";

    @TempDir
    private static Path data;

    private static CommitmentsProcess service;
    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        service = new CommitmentsProcess(data, OnBroker.properties());
        desk = new CallDesk(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static UUID investor() {
        return desk.made(MANAGER, "/investors", "{'name': 'Buyer', 'kind': 'OTHER', 'country': 'DE'}")
                .id();
    }

    private static Actor speakerOf(UUID investor) {
        return new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Access(List.of(new Grant(Role.INVESTOR, Scope.ofInvestor(investor)))));
    }

    private static String path(Fund fund, int place) {
        return "/commitments/" + fund.commitments().get(place);
    }

    private static JsonNode read(String path) {
        return service.get(AUDITOR, path).body();
    }

    private static String amount(JsonNode object, String member) {
        return object.at("/" + member + "/value").asText();
    }

    private static String amendment(String amount) {
        return "{'amount': " + usd(amount) + ", 'reason': 'as agreed', " + CONSENT + "}";
    }

    private static String whole(UUID to) {
        return "{'toInvestorId': '" + to + "', 'reason': 'sold', " + CONSENT + "}";
    }

    private static String part(UUID to, String amount) {
        return "{'toInvestorId': '" + to + "', 'amount': " + usd(amount) + "}";
    }

    private static Reply proposed(String place, String body) {
        Reply proposed = desk.send(MANAGER, place, body);
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        return proposed;
    }

    private static Reply confirmation(Reply proposed, String contentHash) {
        return desk.send(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{'contentHash': '" + contentHash + "'}");
    }

    private static Reply confirmation(Reply proposed) {
        return confirmation(proposed, proposed.text("contentHash"));
    }

    private static JsonNode approval(Reply proposed) {
        return service.get(APPROVER, "/approvals/" + proposed.text("approvalId"))
                .body();
    }

    /** What an investor has of each account, as {@code account amount}; accounts that are even are left out. */
    private static Map<String, String> balances(Fund fund, UUID investor) {
        Map<String, String> balances = new TreeMap<>();
        for (JsonNode item : read("/funds/" + fund.id() + "/balances?limit=500").get("items")) {
            String value = item.at("/balance/value").asText();
            if (item.path("investorId").asText().equals(investor.toString()) && !value.matches("0\\.0+")) {
                balances.put(item.get("account").asText(), value);
            }
        }
        return balances;
    }

    private static List<JsonNode> events(UUID commitment) {
        List<JsonNode> events = new ArrayList<>();
        read("/audit/events?aggregateId=" + commitment).get("items").forEach(events::add);
        return events;
    }

    /** A call whose lines are all paid, each by its reference. */
    private static Reply called(Fund fund, String amount) {
        Reply issued = desk.issued(fund, today().plusDays(30), "INVESTMENT", amount);
        pay(fund, issued);
        return issued;
    }

    private static List<UUID> pay(Fund fund, Reply issued) {
        List<UUID> receipts = new ArrayList<>();
        for (JsonNode line : issued.body().get("lines")) {
            receipts.add(desk.received(
                            fund,
                            line.at("/amount/value").asText(),
                            line.get("reference").asText())
                    .id());
        }
        assertThat(desk.call(issued.id()).text("state")).isEqualTo("PAID");
        return receipts;
    }

    /** Asks at the same time. */
    private static List<Integer> atOnce(List<Callable<Reply>> asked) throws Exception {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reply>> coming = asked.stream().map(beside::submit).toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Reply> one : coming) {
                statuses.add(one.get().status());
            }
            return statuses;
        }
    }

    @Test
    void has_another_amount_once_a_second_person_has_confirmed_it() {
        Fund fund = desk.fund(0, "60.00", "40.00");
        String first = path(fund, 0);
        JsonNode closing = read("/funds/" + fund.id() + "/closings").at("/items/0");
        Reply more = proposed(first + "/amendments", amendment("75.00"));

        JsonNode waiting = approval(more);
        assertThat(waiting.get("command").asText()).isEqualTo("amend-commitment");
        assertThat(waiting.at("/subject/type").asText()).isEqualTo("commitment");
        assertThat(amount(waiting.get("content"), "amountBefore")).isEqualTo("60.00");
        assertThat(amount(waiting.get("content"), "amount")).isEqualTo("75.00");
        assertThat(waiting.at("/content/reason").asText()).isEqualTo("as agreed");
        assertThat(waiting.at("/content/documents/0/sha256").asText()).isEqualTo("ab".repeat(32));
        assertThat(amount(read(first), "amount")).isEqualTo("60.00");
        desk.refused(
                403,
                "four-eyes",
                desk.send(
                        MANAGER,
                        "/approvals/" + more.text("approvalId") + "/approval",
                        "{'contentHash': '" + more.text("contentHash") + "'}"));

        Reply confirmed = confirmation(more);

        assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);
        JsonNode increased = read(first);
        assertThat(amount(increased, "amount")).isEqualTo("75.00");
        assertThat(amount(increased, "uncalled")).isEqualTo("75.00");
        assertThat(increased.get("reason").asText()).isEqualTo("as agreed");
        assertThat(balances(fund, fund.investors().getFirst()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("C10", "-75.00", "C20", "75.00"));
        JsonNode told = events(fund.commitments().getFirst()).getLast();
        assertThat(told.get("type").asText()).endsWith("CommitmentAmended");
        assertThat(told.at("/actorId").asText()).isEqualTo(APPROVER.account().toString());
        assertThat(told.at("/data/proposedBy").asText())
                .isEqualTo(MANAGER.account().toString());
        assertThat(told.at("/data/fundCommitted/value").asText()).startsWith("115");
        assertThat(told.at("/data/contentHash").asText()).isEqualTo(more.text("contentHash"));
        desk.refused(409, "invalid-state", confirmation(more));
        String closings = "/closings/" + closing.get("id").asText();
        assertThat(read(closings)).as("it took effect with what it was").isEqualTo(closing);

        assertThat(confirmation(proposed(first + "/amendments", amendment("50.00")))
                        .status())
                .isEqualTo(200);
        assertThat(balances(fund, fund.investors().getFirst()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("C10", "-50.00", "C20", "50.00"));
        assertThat(read(first + "?knownAt=" + increased.get("recordedAt").asText()))
                .isEqualTo(increased);
    }

    @Test
    void goes_over_whole_with_its_history() {
        Fund fund = desk.fund(0, "60.00", "40.00");
        called(fund, "10.00");
        UUID giver = fund.investors().getFirst();
        UUID buyer = investor();
        Map<String, String> had = balances(fund, giver);
        JsonNode before = read(path(fund, 0));
        assertThat(had)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("3000", "-6.00", "C10", "-60.00", "C20", "54.00", "C40", "6.00"));
        Reply proposed = proposed(path(fund, 0) + "/transfer", whole(buyer));
        assertThat(approval(proposed).get("command").asText()).isEqualTo("transfer-commitment");
        assertThat(approval(proposed).at("/content/goes/called/value").asText()).isEqualTo("6.00");

        Reply confirmed = confirmation(proposed);

        assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);
        JsonNode given = read(path(fund, 0));
        assertThat(given.get("state").asText()).isEqualTo("TRANSFERRED");
        assertThat(amount(given, "amount")).isEqualTo("60.00");
        assertThat(amount(given, "called")).isEqualTo("0.00");
        assertThat(amount(given, "uncalled")).isEqualTo("0.00");
        assertThat(given.get("allowed")).isEmpty();
        UUID takenId = UUID.fromString(given.at("/transferredTo/0").asText());
        JsonNode taken = read("/commitments/" + takenId);
        assertThat(taken.get("state").asText()).isEqualTo("CLOSED");
        assertThat(taken.get("investorId").asText()).isEqualTo(buyer.toString());
        assertThat(taken.get("transferredFrom").asText())
                .isEqualTo(fund.commitments().getFirst().toString());
        assertThat(taken.at("/documents/0/name").asText()).isEqualTo("Consent");
        assertThat(amount(taken, "amount")).isEqualTo("60.00");
        assertThat(amount(taken, "called")).isEqualTo("6.00");
        assertThat(amount(taken, "uncalled")).isEqualTo("54.00");
        assertThat(balances(fund, giver)).isEmpty();
        assertThat(balances(fund, buyer)).isEqualTo(had);

        JsonNode gave = events(fund.commitments().getFirst()).getLast();
        List<JsonNode> received = events(takenId);
        assertThat(gave.get("type").asText()).endsWith("CommitmentTransferred");
        assertThat(received).hasSize(1);
        assertThat(received.getFirst().get("type").asText()).endsWith("CommitmentTransferReceived");
        assertThat(received.getFirst().get("version").asLong()).isEqualTo(1);
        assertThat(received.getFirst().get("sequence").asLong())
                .isEqualTo(gave.get("sequence").asLong() + 1);

        assertThat(service.get(speakerOf(buyer), "/commitments")
                        .body()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(takenId.toString());
        assertThat(service.get(speakerOf(giver), "/commitments?state=TRANSFERRED")
                        .body()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(fund.commitments().getFirst().toString());
        assertThat(service.get(AUDITOR, "/commitments?fundId=" + fund.id(), "Accept", "text/csv")
                        .raw()
                        .body())
                .contains(",TRANSFERRED,60.00,USD,0.00,0.00,0.00,0.00,");
        assertThat(read(path(fund, 0) + "?knownAt=" + before.get("recordedAt").asText()))
                .isEqualTo(before);
    }

    @Test
    @DisplayName("§2.2, §2.3: keeps what was settled before, and all that comes later is called of the new one")
    void keeps_what_was_settled_before() {
        Fund fund = desk.fund(0, "60.00", "40.00");
        Reply issued = desk.issued(fund, today().plusDays(30), "INVESTMENT", "10.00");
        List<UUID> receipts = pay(fund, issued);
        Reply draft = desk.drafted(fund, today().plusDays(30), "INVESTMENT", "20.00");
        UUID buyer = investor();
        desk.confirmed(MANAGER, path(fund, 0) + "/transfer", part(buyer, "15.00"));

        assertThat(amount(read(path(fund, 0)), "amount")).isEqualTo("45.00");
        assertThat(amount(read(path(fund, 0)), "called")).isEqualTo("4.50");
        String first = firstOf(fund, issued, receipts);
        desk.refused(409, "commitment-transferred", desk.send(MANAGER, first + "/unmatch", "{'reason': 'wrong'}"));
        desk.refused(
                409,
                "commitment-transferred",
                desk.send(MANAGER, "/capital-calls/" + issued.id() + "/reversal", "{'reason': 'wrong'}"));

        desk.confirmed(MANAGER, path(fund, 0) + "/transfer", whole(buyer));
        Reply approved = desk.approved(draft);
        desk.refused(
                409, "insufficient-uncalled", desk.send(MANAGER, "/capital-calls/" + approved.id() + "/issue", ""));
        desk.done(MANAGER, "/capital-calls/" + approved.id() + "/reopen", "{'reason': 'shared anew'}");
        Reply shared = desk.edit("/capital-calls/" + approved.id(), "{}");
        assertThat(shared.status()).as(shared.raw().body()).isEqualTo(200);
        desk.done(MANAGER, "/capital-calls/" + desk.approved(shared).id() + "/issue", "");
        Reply second = desk.call(shared.id());
        assertThat(second.body().get("lines"))
                .noneMatch(line -> line.get("commitmentId")
                        .asText()
                        .equals(fund.commitments().getFirst().toString()));
        List<UUID> later = pay(fund, second);
        for (UUID receipt : later) {
            desk.done(MANAGER, "/receipts/" + receipt + "/unmatch", "{'reason': 'wrong'}");
        }
        desk.confirmed(MANAGER, "/capital-calls/" + second.id() + "/reversal", "{'reason': 'wrong'}");
        assertThat(balances(fund, buyer))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("3000", "-6.00", "C10", "-60.00", "C20", "54.00", "C40", "6.00"));
    }

    @Test
    @DisplayName("§2.3: what the bank takes back of it is owed by whom the line was sent to, and both commitments stay")
    void is_left_as_it_is_when_the_bank_takes_back_what_had_paid_it() {
        Fund fund = desk.fund(0, "60.00", "40.00");
        Reply issued = desk.issued(fund, today().plusDays(30), "INVESTMENT", "10.00");
        String receipt = firstOf(fund, issued, pay(fund, issued));
        UUID giver = fund.investors().getFirst();
        UUID buyer = investor();
        desk.confirmed(MANAGER, path(fund, 0) + "/transfer", part(buyer, "15.00"));
        Map<String, String> kept = balances(fund, giver);
        Map<String, String> taken = balances(fund, buyer);
        JsonNode commitment = read(path(fund, 0));
        desk.turn(issued.id(), today().minusDays(1));

        desk.done(MANAGER, receipt + "/return", "{'reason': 'recalled'}");

        JsonNode line = lineOfFirst(fund, desk.call(issued.id()));
        assertThat(line.get("state").asText()).isEqualTo("OVERDUE");
        assertThat(line.get("afterTransfer").asBoolean()).isTrue();
        assertThat(line.get("investorId").asText()).isEqualTo(giver.toString());
        assertThat(amount(line, "open")).isEqualTo("6.00");
        assertThat(desk.call(issued.id()).text("state")).isEqualTo("OVERDUE");
        assertThat(read(path(fund, 0))).isEqualTo(commitment);
        assertThat(balances(fund, buyer)).isEqualTo(taken);
        kept.put("1100", "6.00");
        assertThat(balances(fund, giver)).isEqualTo(kept);
        assertThat(read("/audit/events?aggregateId=" + issued.id()).get("items"))
                .anySatisfy(told -> {
                    assertThat(told.get("type").asText()).endsWith("CallLineReopened");
                    assertThat(told.at("/data/afterTransfer").asBoolean()).isTrue();
                });
        desk.refused(
                409,
                "commitment-transferred",
                desk.send(MANAGER, "/capital-calls/" + issued.id() + "/reversal", "{'reason': 'wrong'}"));

        desk.confirmed(MANAGER, path(fund, 0) + "/transfer", whole(buyer));
        assertThat(balances(fund, giver)).as("a debt of the giver alone").isEqualTo(Map.of("1100", "6.00"));
        desk.received(fund, "6.00", line.get("reference").asText());

        assertThat(desk.call(issued.id()).text("state")).isEqualTo("PAID");
        assertThat(balances(fund, giver)).isEmpty();
        assertThat(balances(fund, buyer))
                .isEqualTo(Map.of("3000", "-6.00", "C10", "-60.00", "C20", "54.00", "C40", "6.00"));
    }

    private static JsonNode lineOfFirst(Fund fund, Reply call) {
        for (JsonNode line : call.body().get("lines")) {
            if (line.get("commitmentId")
                    .asText()
                    .equals(fund.commitments().getFirst().toString())) {
                return line;
            }
        }
        throw new IllegalStateException("no line of the first commitment");
    }

    /** The receipt that paid the first commitment's line. */
    private static String firstOf(Fund fund, Reply issued, List<UUID> receipts) {
        JsonNode lines = issued.body().get("lines");
        for (int place = 0; place < lines.size(); place++) {
            if (lines.get(place)
                    .get("commitmentId")
                    .asText()
                    .equals(fund.commitments().getFirst().toString())) {
                return "/receipts/" + receipts.get(place);
            }
        }
        throw new IllegalStateException("no line of the first commitment");
    }

    @Test
    @DisplayName("D-6: is confirmed as it then is, where something was called since it was proposed")
    void is_confirmed_as_it_then_is() {
        Fund fund = desk.fund(0, "60.00");
        Reply transfer = proposed(path(fund, 0) + "/transfer", whole(investor()));
        Reply less = proposed(path(fund, 0) + "/amendments", amendment("10.00"));
        Reply issued = desk.issued(fund, today().plusDays(30), "INVESTMENT", "20.00");

        desk.refused(409, "content-changed", confirmation(transfer));
        desk.refused(409, "content-changed", confirmation(less));
        desk.refused(
                409,
                "amount-below-called",
                confirmation(less, approval(less).get("contentHash").asText()));
        desk.refused(
                409,
                "lines-unpaid",
                confirmation(transfer, approval(transfer).get("contentHash").asText()));
        pay(fund, issued);
        String now = approval(transfer).get("contentHash").asText();
        assertThat(approval(transfer).at("/content/goes/paid/value").asText()).isEqualTo("20.00");
        assertThat(confirmation(transfer, now).status()).isEqualTo(200);
        desk.refused(
                409,
                "invalid-state",
                confirmation(less, approval(less).get("contentHash").asText()));
    }

    @Test
    void goes_over_once_however_many_confirm_it_at_the_same_time() throws Exception {
        Fund fund = desk.fund(0, "60.00");
        Reply one = proposed(path(fund, 0) + "/transfer", whole(investor()));
        Reply other = proposed(path(fund, 0) + "/transfer", part(investor(), "1.00"));

        List<Integer> statuses =
                atOnce(List.of(() -> confirmation(one), () -> confirmation(one), () -> confirmation(other)));

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        JsonNode given = read(path(fund, 0));
        assertThat(given.get("transferredTo")).hasSize(1);
        JsonNode taken = read("/commitments/" + given.at("/transferredTo/0").asText());
        assertThat(amount(taken, "amount")).isIn("60.00", "1.00");
    }

    @Test
    void is_increased_within_the_cap_though_two_increases_are_confirmed_at_the_same_time() throws Exception {
        Fund fund = desk.fund(0, "50.00", "50.00");
        desk.confirmed(MANAGER, "/funds/" + fund.id() + "/change-terms", "{'cap': " + usd("110.00") + "}");
        Reply first = proposed(path(fund, 0) + "/amendments", amendment("60.00"));
        Reply second = proposed(path(fund, 1) + "/amendments", amendment("60.00"));

        assertThat(atOnce(List.of(() -> confirmation(first), () -> confirmation(second))))
                .containsExactlyInAnyOrder(200, 409);

        desk.refused(409, "fund-cap-exceeded", desk.send(MANAGER, path(fund, 0) + "/amendments", amendment("60.01")));
    }

    @Test
    @DisplayName("D-34: is forecast by what it then is, and for whom it then is")
    void is_forecast_by_what_it_then_is() {
        Fund fund = desk.fund(0, "75.00", "25.00");
        UUID buyer = investor();
        Reply draft = desk.made(
                MANAGER,
                "/tranches",
                "{'fundId': '" + fund.id() + "', 'name': 'Shell', 'amount': " + usd("20.00")
                        + ", 'conditions': [{'type': 'DATE_REACHED', 'date': '"
                        + today().plusYears(1) + "'}]}");
        desk.done(APPROVER, "/tranches/" + draft.id() + "/approval", desk.seen("/tranches/" + draft.id()));
        expects(fund.investors().getFirst(), "ADDED", "15.00");

        desk.confirmed(MANAGER, path(fund, 0) + "/amendments", amendment("25.00"));
        expects(fund.investors().getFirst(), "RESIZED", "10.00");

        desk.confirmed(MANAGER, path(fund, 0) + "/transfer", whole(buyer));
        expects(buyer, "ADDED", "10.00");
        await().atMost(LIMIT)
                .until(() -> forecast(fund.investors().getFirst())
                        .at("/change")
                        .asText()
                        .equals("REMOVED"));
    }

    private static JsonNode forecast(UUID investor) {
        return read("/forecasts?investorId=" + investor).at("/items/0");
    }

    private static void expects(UUID investor, String change, String amount) {
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(forecast(investor).path("change").asText()).isEqualTo(change);
            assertThat(amount(forecast(investor), "amount")).isEqualTo(amount);
        });
    }

    @Test
    @DisplayName(
            "§2.1: goes over with a document of consent where the fund's terms ask for it, and the approval binds it")
    void goes_over_with_consent_where_the_terms_ask_for_it() {
        Fund fund = desk.fund(0, "60.00");
        UUID buyer = investor();
        Reply early = proposed(path(fund, 0) + "/transfer", part(buyer, "1.00"));
        desk.confirmed(MANAGER, "/funds/" + fund.id() + "/change-terms", "{'terms': {'requireTransferConsent': true}}");

        desk.refused(422, "consent-missing", desk.send(MANAGER, path(fund, 0) + "/transfer", part(buyer, "1.00")));
        desk.refused(422, "consent-missing", confirmation(early));
        Reply proposed = proposed(path(fund, 0) + "/transfer", whole(buyer));
        assertThat(approval(proposed).at("/content/documents/0/name").asText()).isEqualTo("Consent");
        assertThat(confirmation(proposed).status()).isEqualTo(200);
        assertThat(events(fund.commitments().getFirst())
                        .getLast()
                        .at("/data/documents/0")
                        .asText())
                .isEqualTo("ab".repeat(32));
    }

    @Test
    void is_asked_for_in_full_and_is_told_all_that_is_wrong() {
        Fund fund = desk.fund(0, "60.00");

        Reply amended = desk.send(MANAGER, path(fund, 0) + "/amendments", "{'colour': 'red'}");
        Reply transferred = desk.send(
                MANAGER,
                path(fund, 0) + "/transfer",
                "{'amount': " + usd("0.00") + ", 'documents': [{'name': 'Consent'}]}");

        desk.refused(422, "validation", amended);
        assertThat(amended.body().get("errors")).hasSize(3);
        desk.refused(422, "validation", transferred);
        assertThat(transferred.body().get("errors")).hasSize(3);
        Reply unknown = desk.send(MANAGER, path(fund, 0) + "/transfer", whole(UUID.randomUUID()));
        desk.refused(422, "validation", unknown);
        assertThat(unknown.body().at("/errors/0/pointer").asText()).isEqualTo("/toInvestorId");
        desk.refused(
                422,
                "transfer-to-same-investor",
                desk.send(
                        MANAGER,
                        path(fund, 0) + "/transfer",
                        whole(fund.investors().getFirst())));
    }
}
