package tranche.commitments.document.store;

import jakarta.inject.Singleton;
import java.util.Optional;
import javax.sql.DataSource;
import tranche.commitments.document.domain.Document;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.values.actor.Actor;

/** Documents as a caller may see them: by what they are about. */
@Singleton
public class DocumentViews {

    private static final String ONE = "select d.* from document d where d.sha256 = ? and ("
            + "d.about = 'COMMITMENT' and exists (select from commitment x where x.commitment_id = d.about_id and "
            + Reach.COMMITMENT
            + ") or d.about = 'FUND' and exists (select from fund x where x.fund_id = d.about_id and "
            + Reach.FUND
            + ") or d.about = 'INVESTOR' and exists (select from investor x where x.investor_id = d.about_id and "
            + Reach.INVESTOR + ")) order by d.recorded_at, d.about_id limit 1";

    private final DataSource dataSource;

    DocumentViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The file of that name as the earliest document says that the caller may see; empty where there is none. */
    public Optional<Document> one(Actor reader, String sha256) {
        Reach reach = Reach.of(reader.access());
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            select.setString(1, sha256);
                            reach.bindInvestor(select, reach.bind(select, reach.bind(select, 2)), reader.account());
                        },
                        DocumentRows::read)
                .stream()
                .findFirst();
    }
}
