package tranche.flow.crash;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The power fails while commands are decided and committed. */
@Tag("broker")
@Tag("crash")
class WriterCrashTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "FP01, writer.dequeued",
        "FP02, writer.keys-inserted",
        "FP03, writer.state-saved",
        "FP04, writer.before-commit",
        "FP05, writer.commit-sent",
        "FP06, writer.committed",
        "FP07, writer.half-told",
    })
    void loses_nothing_and_doubles_nothing(String id, String point) throws Exception {
        Outage.at(id, point);
    }
}
