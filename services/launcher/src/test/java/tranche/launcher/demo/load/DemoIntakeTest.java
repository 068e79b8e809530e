package tranche.launcher.demo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.launcher.demo.DemoPlan;
import tranche.world.region.HolidayCalendars;
import tranche.world.tasks.Tasks;
import tranche.world.tasks.ThreadTasks;
import tranche.world.time.SystemClock;

/** The whole of the demo's data through front door, services and databases, read back over the API. */
final class DemoIntakeTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path data;

    private final Tasks tasks = new ThreadTasks();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<UUID> bound = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("NullAway.Init") // each test starts its own first
    private DemoServices services;

    @Test
    @Tag("broker")
    void a_load_that_was_interrupted_goes_on_and_nothing_doubles() throws InterruptedException, IOException {
        try (DemoServices joined = DemoServices.joined(data)) {
            services = joined;
            goesOn();
        }
    }

    private void goesOn() throws InterruptedException, IOException {
        interruptedAfter(300);
        assertThat(demo((_, _) -> {}).isComplete()).isFalse();
        assertThat(services.list("auditor", "/commitments").size()).isLessThan(315);
        // Once more, in the middle of the milestones.
        interruptedAfter(1_100);
        assertThat(demo((_, _) -> {}).isComplete()).isFalse();

        AtomicInteger furthest = new AtomicInteger();
        boolean isIn = load(demo((done, _) -> furthest.accumulateAndGet(done, Math::max)));
        assertThat(isIn).as(told.toString()).isTrue();

        int all = DemoPlan.whole(LocalDate.now(ZoneOffset.UTC), new HolidayCalendars())
                .size();
        assertThat(furthest).hasValue(all);
        assertThat(told).contains("demo data: all in").noneMatch(line -> line.contains("not brought in"));
        everythingIsThereOnce();

        // Complete: the next start sends nothing.
        assertThat(load(demo((_, _) -> {
                    throw new AssertionError("something was sent");
                })))
                .isTrue();
        // And were the mark lost: the same commands again change nothing.
        Files.delete(data.resolve("demo-loaded"));
        assertThat(load(demo((_, _) -> {}))).isTrue();
        everythingIsThereOnce();
    }

    @Test
    void what_is_refused_is_told_and_leaves_the_load_open() throws InterruptedException {
        try (DemoServices apart = DemoServices.apart(data)) {
            services = apart;
            isTold();
        }
    }

    private void isTold() throws InterruptedException {
        Map<String, String> keys = new TreeMap<>(services.accounts().apiKeys());
        keys.put("import-checker", keys.get("import-maker"));

        assertThat(demo((_, _) -> {}).load(keys, bound::add)).isFalse();

        assertThat(told).anyMatch(line -> line.contains("not brought in; the next start tries again"));
        assertThat(told).anyMatch(line -> line.contains("take-on-approval") || line.contains(":approval: 403"));
        assertThat(demo((_, _) -> {}).isComplete()).isFalse();
        assertThat(bound)
                .as("the investor, who is told of all that comes after")
                .hasSize(1);
    }

    private void everythingIsThereOnce() {
        List<JsonNode> programmes = services.list("auditor", "/programmes");
        List<JsonNode> funds = services.list("auditor", "/funds");
        assertThat(programmes).hasSize(7);
        assertThat(programmes.stream()
                        .filter(programme -> programme.get("sample").asBoolean()))
                .hasSize(1);
        assertThat(funds).hasSize(44);
        assertThat(services.list("auditor", "/investors")).hasSize(84);
        assertThat(services.list("auditor", "/commitments")).hasSize(315);
        // Three closings of each sample fund that took effect, and one to come.
        assertThat(funds.stream()
                        .map(fund -> services.get(
                                "auditor", "/funds/" + fund.get("id").asText() + "/closings"))
                        .flatMap(page -> page.get("items").valueStream())
                        .collect(Collectors.groupingBy(
                                closing -> closing.get("state").asText(), Collectors.counting())))
                .containsOnly(entry("EFFECTIVE", 18L), entry("PLANNED", 1L));
        assertThat(realSums(programmes, funds))
                .containsOnly(
                        entry("CLOSED EUR", "5 x 5005000000"),
                        entry("CLOSED JPY", "7 x 3411900000000"),
                        entry("CLOSED USD", "15 x 19521500000"),
                        entry("SUBMITTED USD", "9 x 433100000"),
                        entry("CANCELLED USD", "1 x 750000000"),
                        // the aid of 9.9 bn and the announced 30 bn of the project that was given up
                        entry("CANCELLED EUR", "2 x 39900000000"),
                        entry("DRAFT USD", "10 x 188185000000"),
                        entry("DRAFT EUR", "3 x 11267000000"),
                        entry("DRAFT JPY", "5 x 7528800000000"));
        sitesAreThereOnce();
        moneyIsThereOnce();
        UUID investor = bound.getLast();
        assertThat(services.get("auditor", "/investors/" + investor).get("name").asText())
                .isEqualTo("Sovereign fund A");
        assertThat(services.list("investor", "/commitments")).hasSize(6);
        knownToTheMonth("US-MACOM:grant", "SUBMITTED", "2025-01-31");
        knownToTheMonth("EU-ONSEMI-ROZ:grant", "CLOSED", "2025-12-31");
    }

    private void sitesAreThereOnce() {
        assertThat(services.list("auditor", "/projects").stream()
                        .collect(Collectors.groupingBy(
                                project -> project.get("state").asText(), Collectors.counting())))
                .containsOnly(entry("ACTIVE", 45L), entry("STOPPED", 2L));
        List<JsonNode> milestones = services.list("auditor", "/milestones");
        assertThat(milestones.stream()
                        .collect(Collectors.groupingBy(
                                milestone -> milestone.get("state").asText(), Collectors.counting())))
                .containsOnly(
                        entry("ACHIEVED", 90L),
                        entry("REMOVED", 8L),
                        entry("PLANNED", 38L),
                        entry("IN_PROGRESS", 1L),
                        entry("EVIDENCE_SUBMITTED", 2L),
                        entry("REJECTED", 1L));
        assertThat(milestones.stream()
                        .filter(milestone -> milestone.path("name").asText().equals("Taylor production start"))
                        .map(milestone -> milestone.get("forecastDate").asText()))
                .allMatch(day -> !day.startsWith("2025"));
    }

    private void moneyIsThereOnce() {
        assertThat(services.list("auditor", "/tranches")).hasSize(8);
        assertThat(services.list("fund-manager", "/capital-calls").stream()
                        .map(call -> call.get("state").asText()))
                .containsExactlyInAnyOrder("PART_PAID", "PAID", "APPROVED", "DRAFT");
        assertThat(services.list("fund-manager", "/receipts").stream()
                        .collect(Collectors.groupingBy(
                                receipt -> receipt.get("state").asText(), Collectors.counting())))
                .containsOnly(entry("MATCHED", 37L), entry("UNMATCHED", 1L));
        assertThat(services.list("fund-manager", "/investments")).hasSize(2);
        // The demo's investor has something to pay.
        assertThat(services.list("investor", "/capital-calls").stream()
                        .map(call -> call.at("/lines/0/state").asText()))
                .contains("ISSUED");
        assertThat(services.list("investor", "/capital-calls"))
                .as("and is told where, on its notice")
                .anySatisfy(
                        call -> assertThat(call.at("/payment/last4").asText()).isEqualTo("5555"));
    }

    private void knownToTheMonth(String reference, String state, String day) {
        JsonNode commitment = services.list("auditor", "/commitments").stream()
                .filter(one -> one.path("externalRef").asText().equals(reference))
                .findFirst()
                .orElseThrow();
        assertThat(commitment.get("state").asText()).isEqualTo(state);
        assertThat(commitment.get("effectiveDate").asText()).isEqualTo(day);
        assertThat(commitment.get("effectiveDatePrecision").asText()).isEqualTo("MONTH");
    }

    private Map<String, String> realSums(List<JsonNode> programmes, List<JsonNode> funds) {
        Set<String> real = programmes.stream()
                .filter(programme -> !programme.get("sample").asBoolean())
                .map(programme -> programme.get("id").asText())
                .collect(Collectors.toSet());
        Set<String> realFunds = funds.stream()
                .filter(fund -> real.contains(fund.get("programmeId").asText()))
                .map(fund -> fund.get("id").asText())
                .collect(Collectors.toSet());
        Map<String, List<BigDecimal>> amounts = services.list("auditor", "/commitments").stream()
                .filter(commitment ->
                        realFunds.contains(commitment.get("fundId").asText()))
                .collect(Collectors.groupingBy(
                        commitment -> commitment.get("state").asText() + " "
                                + commitment.get("amount").get("currency").asText(),
                        Collectors.mapping(
                                commitment -> new BigDecimal(
                                        commitment.get("amount").get("value").asText()),
                                Collectors.toList())));
        Map<String, String> told = new TreeMap<>();
        amounts.forEach((name, values) -> told.put(
                name,
                values.size() + " x "
                        + values.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .toBigInteger()));
        return told;
    }

    private void interruptedAfter(int commands) {
        CountDownLatch far = new CountDownLatch(1);
        DemoIntake demo = demo((done, _) -> {
            if (done >= commands) {
                far.countDown();
            }
        });
        Tasks.Task task = tasks.start("demo", () -> load(demo));
        await().atMost(LIMIT).until(() -> far.getCount() == 0);
        task.close();
    }

    private DemoIntake demo(DemoIntake.Watcher watcher) {
        return new DemoIntake(data, services.origin(), tasks, new SystemClock(), told::add, watcher);
    }

    private boolean load(DemoIntake demo) throws InterruptedException {
        return demo.load(services.accounts().apiKeys(), investor -> {
            services.accounts().bindInvestor(investor);
            bound.add(investor);
        });
    }
}
