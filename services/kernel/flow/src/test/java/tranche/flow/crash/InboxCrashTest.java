package tranche.flow.crash;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The power fails while events are read and handled. */
@Tag("broker")
@Tag("crash")
class InboxCrashTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FP14, inbox.polled",
        "FP15, inbox.marks-raised",
        "FP16, inbox.effects-done",
        "FP17, inbox.committed",
        "FP18, inbox.parked",
        "FP19, inbox.assigned",
    })
    void loses_nothing_and_doubles_nothing(String id, String point) throws Exception {
        Outage.at(id, point);
    }
}
