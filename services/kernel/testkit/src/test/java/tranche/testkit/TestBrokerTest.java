package tranche.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("broker")
class TestBrokerTest {

    @Test
    void has_the_topics_of_every_service() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(TestBroker.properties()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("commitments.events", "commitments.events.dead", "portal.events", "milestones.events");
        }
        assertThat(TestBroker.reader().username()).isEqualTo("reader");
    }
}
