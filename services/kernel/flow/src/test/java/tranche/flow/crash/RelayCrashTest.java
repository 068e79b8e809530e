package tranche.flow.crash;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The power fails while events are sent. */
@Tag("broker")
@Tag("crash")
class RelayCrashTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FP08, relay.leading",
        "FP09, relay.rows-read",
        "FP10, relay.half-sent",
        "FP11, relay.acknowledged",
        "FP12, relay.place-moved",
        "FP13, relay.schema-fetched",
    })
    void loses_nothing_and_doubles_nothing(String id, String point) throws Exception {
        Outage.at(id, point);
    }
}
