package tranche.portal.frontdoor.reactions;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tranche.commitments.NoticeKeyPublished;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.flow.writer.Transaction;
import tranche.portal.frontdoor.domain.NoticeKey;
import tranche.portal.frontdoor.store.NoticeKeyRows;

/** Keeps the keys of notices, so that one set has all that anybody needs to check what comes from this deployment. */
@Singleton
public final class NoticeKeyReactions implements Consumer {

    @Override
    public String name() {
        return "notice-keys";
    }

    @Override
    public Set<String> topics() {
        return Set.of("commitments.events");
    }

    @Override
    public void handle(Transaction transaction, List<Incoming> batch) throws SQLException {
        List<NoticeKey> told = batch.stream()
                .flatMap(incoming -> incoming.event() instanceof NoticeKeyPublished published
                        ? Stream.of(new NoticeKey(published.getKeyId(), published.getPublicKey()))
                        : Stream.empty())
                .toList();
        NoticeKeyRows.keep(transaction.connection(), told);
    }
}
