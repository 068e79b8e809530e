package tranche.auditor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import tranche.commitments.CallLineDueSoon;
import tranche.commitments.CallLineIssued;
import tranche.commitments.CallLineOverdue;
import tranche.commitments.CallLinePaid;
import tranche.commitments.CallLinePartPaid;
import tranche.commitments.CallLineReopened;
import tranche.commitments.CallLineReversed;
import tranche.commitments.CapitalCallPaid;

class EndedTest {

    private static IndexedRecord with(Schema schema, String field, Object value) {
        GenericData.Record event = new GenericData.Record(schema);
        event.put(field, value);
        return event;
    }

    @Test
    void an_event_of_a_line_is_about_this_line_of_its_call() {
        UUID line = UUID.randomUUID();
        List<Schema> ofLines = List.of(
                CallLineIssued.getClassSchema(),
                CallLineDueSoon.getClassSchema(),
                CallLineOverdue.getClassSchema(),
                CallLinePartPaid.getClassSchema(),
                CallLinePaid.getClassSchema(),
                CallLineReopened.getClassSchema(),
                CallLineReversed.getClassSchema());

        assertThat(ofLines)
                .allSatisfy(schema -> assertThat(Ended.parts(with(schema, "callLineId", line)))
                        .containsExactly(line));
        assertThat(Ended.parts(with(CapitalCallPaid.getClassSchema(), "fundId", UUID.randomUUID())))
                .isEmpty();
    }
}
