package tranche.auditor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tranche.testkit.TestBroker;

/** What a topic may differ in from its event table, and a consumer from its topic, and what of it is wrong. */
@Tag("broker")
class TopicsTest {

    private final UUID key = UUID.randomUUID();
    private SmallService service;

    @BeforeEach
    void start() throws Exception {
        service = new SmallService();
    }

    @AfterEach
    void stop() throws SQLException {
        service.close();
    }

    private static List<Check> broken(Report report) {
        return report.results().stream()
                .filter(result -> !result.holds())
                .map(Report.Result::check)
                .toList();
    }

    private static Finding only(Report report, Check check) {
        assertThat(broken(report)).as(report.text()).containsExactly(check);
        assertThat(report.of(check).first()).hasSize(1);
        return report.of(check).first().getFirst();
    }

    @Test
    void holds_where_everything_was_sent_and_read() throws Exception {
        service.tell(key, 3);
        service.tell(UUID.randomUUID(), 1);
        service.consumed(Map.of(key, 3L));
        service.execute("insert into inbox_mark select '" + SmallService.CONSUMER + "', '" + service.topic()
                + "', key, 1, null from event_head where sequence = 1");

        Report report = service.verify();

        assertThat(report.text()).contains("Everything holds.");
        assertThat(report.of(Check.A03).checked()).isEqualTo(4);
        assertThat(report.of(Check.A06).checked()).isEqualTo(4);
        assertThat(report.of(Check.A08).checked()).isEqualTo(2);
    }

    @Test
    void calls_an_event_lost_that_the_relay_is_past_and_the_topic_has_not() throws Exception {
        service.tell(key, 1);
        SmallService.Written lost = service.write(key);
        service.relayIsPast();

        Finding finding = only(service.verify(), Check.A06);

        assertThat(finding.table()).isEqualTo(service.table("event"));
        assertThat(finding.id()).isEqualTo(lost.id().toString());
    }

    @Test
    void calls_an_event_on_its_way_that_the_relay_has_yet_to_send() throws Exception {
        service.tell(key, 1);
        service.write(key);
        service.write(UUID.randomUUID());

        Report report = service.verify();

        assertThat(report.holds()).as(report.text()).isTrue();
        assertThat(report.of(Check.A06).notes()).singleElement().asString().startsWith("2 events");
    }

    @Test
    void takes_no_offence_at_records_that_were_sent_twice() throws Exception {
        SmallService.Written first = service.write(key);
        SmallService.Written second = service.write(key);
        for (SmallService.Written written : List.of(first, second, first, second)) {
            service.send(service.record(written));
        }
        service.tell(key, 1);
        service.consumed(Map.of(key, 3L));

        assertThat(service.verify().holds()).isTrue();
    }

    @Test
    void finds_first_occurrences_out_of_order() throws Exception {
        SmallService.Written first = service.write(key);
        SmallService.Written second = service.write(key);
        service.send(service.record(second));
        service.send(service.record(first));
        service.relayIsPast();

        Finding finding = only(service.verify(), Check.A05);

        assertThat(finding.expected()).isEqualTo("sequence 1");
        assertThat(finding.found()).isEqualTo("sequence 2");
    }

    @Test
    void finds_a_record_that_has_no_row() throws Exception {
        service.tell(key, 1);
        SmallService.Written stranger = service.write(key);
        service.send(service.record(stranger));
        service.execute(
                "delete from event where event_id = '" + stranger.id() + "';update event_head h set (sequence, hash) ="
                        + " (select key_sequence, hash from event e"
                        + " where e.key = h.key)");

        Finding finding = only(service.verify(), Check.A06);

        assertThat(finding.expected()).isEqualTo("a row of event " + stranger.id());
        assertThat(finding.id()).endsWith("offset 1");
    }

    @Test
    void finds_a_record_with_other_bytes_than_its_row() throws Exception {
        SmallService.Written written = service.write(key);
        ProducerRecord<byte[], byte[]> record = service.record(written);
        byte[] value = record.value();
        value[value.length - 1] = (byte) (value[value.length - 1] == 'a' ? 'b' : 'a');
        service.send(record);
        service.relayIsPast();

        assertThat(only(service.verify(), Check.A06).found()).isEqualTo("other bytes behind the frame");
    }

    @Test
    void finds_a_header_that_says_something_else() throws Exception {
        ProducerRecord<byte[], byte[]> record = service.record(service.write(key));
        record.headers().remove("ce_subject").add("ce_subject", "somebody".getBytes(UTF_8));
        service.send(record);
        service.relayIsPast();

        assertThat(only(service.verify(), Check.A06).found()).isEqualTo("ce_subject somebody");
    }

    @Test
    void finds_a_record_under_another_key() throws Exception {
        SmallService.Written written = service.write(key);
        ProducerRecord<byte[], byte[]> right = service.record(written);
        UUID other = UUID.randomUUID();
        service.send(new ProducerRecord<>(
                service.topic(),
                null,
                right.timestamp(),
                other.toString().getBytes(US_ASCII),
                right.value(),
                right.headers()));

        assertThat(only(service.verify(), Check.A06).found()).isEqualTo("key " + other);
    }

    @Test
    void finds_what_is_no_event_at_all() throws Exception {
        service.tell(key, 1);
        service.send(new ProducerRecord<>(service.topic(), key.toString().getBytes(US_ASCII), new byte[] {1, 2, 3}));

        assertThat(only(service.verify(), Check.A06).expected()).isEqualTo("a value in the registry's wire format");
    }

    @Test
    void finds_a_mark_that_is_behind_what_was_read() throws Exception {
        service.tell(key, 3);
        service.consumed(Map.of(key, 2L));

        Finding finding = only(service.verify(), Check.A08);

        assertThat(finding.table()).isEqualTo(service.table("inbox_mark"));
        assertThat(finding.id()).contains(key.toString());
    }

    @Test
    void finds_a_place_behind_the_end_of_the_topic() throws Exception {
        service.tell(key, 1);
        service.consumed(Map.of(key, 1L));
        service.execute("update inbox_offset set next_offset = 2");

        assertThat(only(service.verify(), Check.A08).table()).isEqualTo(service.table("inbox_offset"));
    }

    @Test
    @DisplayName("lists dead letters that are open, and takes a key that waits behind one for what it is")
    void lists_open_dead_letters() throws Exception {
        service.tell(key, 3);
        service.consumed(Map.of(key, 1L));
        service.parked(key, true);

        Report report = service.verify();

        assertThat(report.holds()).as(report.text()).isTrue();
        assertThat(report.of(Check.A08).notes())
                .singleElement()
                .asString()
                .contains("dead letter open", key.toString(), "failed");
    }

    @Test
    void finds_a_key_that_waits_for_nothing() throws Exception {
        service.tell(key, 3);
        service.consumed(Map.of(key, 1L));
        service.parked(key, false);

        assertThat(only(service.verify(), Check.A08).expected()).contains("dead letter");
    }

    @Test
    void says_that_it_cannot_verify_where_a_database_is_away() {
        Settings nowhere = new Settings(
                Map.of("commitments", new Settings.Login("jdbc:postgresql://127.0.0.1:1/commitments", "nobody", "x")),
                TestBroker.properties());

        assertThatThrownBy(() -> Auditor.verify(nowhere))
                .isInstanceOf(CannotVerify.class)
                .hasMessageContaining("the database of commitments cannot be read");
    }
}
