package tranche.commitments.drawdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tranche.commitments.drawdown.CallDesk.today;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tranche.commitments.CommitmentsProcess;
import tranche.commitments.CommitmentsProcess.Reply;
import tranche.commitments.OnBroker;
import tranche.commitments.drawdown.CallDesk.Fund;
import tranche.testkit.TestTopic;

/** What others hear of a call, from its draft until it is paid. */
@Tag("broker")
class CallEventsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static CallDesk desk;

    @BeforeAll
    static void start() throws IOException {
        desk = new CallDesk(new CommitmentsProcess(data, OnBroker.properties()));
    }

    @AfterAll
    static void stop() {
        desk.service.close();
    }

    private static String type(ConsumerRecord<byte[], byte[]> record) {
        String name = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Test
    void are_told_in_the_order_in_which_they_happened() {
        Fund fund = desk.fund(0, "100.00");
        Reply issued = desk.issued(fund, today().plusDays(30), "INVESTMENT", "10.00");
        desk.received(fund, "10.00", issued.body().at("/lines/0/reference").asText());

        List<String> told = new ArrayList<>();
        await().atMost(LIMIT).untilAsserted(() -> {
            told.clear();
            TestTopic.of("commitments.events", fund.id()).forEach(record -> told.add(type(record)));
            assertThat(told).contains("CapitalCallPaid");
        });

        assertThat(told.subList(told.indexOf("CapitalCallDrafted"), told.size()))
                .containsExactly(
                        "CapitalCallDrafted",
                        "CapitalCallApproved",
                        "CapitalCallIssued",
                        "CallLineIssued",
                        "CommitmentDrawn",
                        "ReceiptRecorded",
                        "ReceiptMatched",
                        "CallLinePaid",
                        "CommitmentDrawn",
                        "CapitalCallPaid");
    }

    @Test
    void name_no_bank_account_and_no_person() {
        Fund fund = desk.fund(0, "100.00");
        desk.received(fund, "10.00", "from somebody");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(TestTopic.of("commitments.events", fund.id()))
                        .filteredOn(record -> type(record).equals("ReceiptRecorded"))
                        .hasSize(1)
                        .allSatisfy(record -> assertThat(new String(record.value(), StandardCharsets.ISO_8859_1))
                                .doesNotContain("DE8937", "GB82", "Bank A", "from somebody")));
    }
}
