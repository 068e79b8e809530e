package tranche.commitments.notice.domain;

import java.util.UUID;

/** Names the notice of an issued line; it is made of the event that issued it, so that the line has one and no other. */
public record NoticeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
