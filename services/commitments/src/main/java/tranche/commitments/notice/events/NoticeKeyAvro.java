package tranche.commitments.notice.events;

import java.util.UUID;
import tranche.commitments.NoticeKeyPublished;
import tranche.commitments.notice.domain.KeyBook.Published;
import tranche.commitments.notice.domain.PublishedKey;
import tranche.flow.writer.Outgoing;

/** That a key signs notices, as an Avro record. */
public final class NoticeKeyAvro {

    private NoticeKeyAvro() {}

    /** @param aggregate the key's own id */
    public static Outgoing of(UUID aggregate, Published event) {
        return new Outgoing(
                "notice-key",
                aggregate,
                1,
                event.effectiveDate(),
                head -> NoticeKeyPublished.newBuilder()
                        .setHead(head)
                        .setKeyId(event.key().id())
                        .setAlgorithm(PublishedKey.ALGORITHM)
                        .setPublicKey(event.key().publicKey())
                        .build());
    }
}
