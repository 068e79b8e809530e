package tranche.commitments.drawdown.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.commitments.drawdown.domain.CallId;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.drawdown.domain.ReceiptState;
import tranche.commitments.register.store.Reach;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.actor.Access;
import tranche.values.register.AsOf;

/** Receipts as a caller may see them: a fund's staff does, an investor sees what became of them in its lines. */
@Singleton
public class ReceiptViews {

    private static final String ONE =
            "select x.* from " + ReceiptRows.TABLE.asOf() + " x where x.receipt_id = ? and " + Reach.STAFF;

    private static final String LIST = "select x.* from receipt x where " + Reach.STAFF
            + " and (?::uuid is null or x.fund_id = ?) and (?::text is null or x.state = ?)"
            + " and (?::jsonb is null or x.matches @> ?::jsonb)"
            + " and (?::uuid is null or x.receipt_id > ?) order by x.receipt_id limit ?";

    private static final String LIST_NEWEST_FIRST = LIST.replace("x.receipt_id > ?", "x.receipt_id < ?")
            .replace("order by x.receipt_id", "order by x.receipt_id desc");

    private static final String PAYERS = "select * from receipt_payer where receipt_id = any(?::uuid[])";

    private final DataSource dataSource;

    ReceiptViews(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public Optional<Receipt> one(Access access, UUID receipt, AsOf asOf) {
        return Query.list(
                        dataSource,
                        ONE,
                        select -> {
                            int next = Rows.bind(select, 1, asOf);
                            select.setObject(next, receipt);
                            Reach.of(access).bindStaff(select, next + 1);
                        },
                        ReceiptRows::read)
                .stream()
                .findFirst();
    }

    /**
     * What a list of receipts is cut to: those for which every given part holds.
     *
     * @param call of which they settle a line
     */
    public record Filter(Optional<UUID> fund, Optional<UUID> call, Optional<ReceiptState> state) {}

    /** In the order of their ids, which is that of their recording, or the other way round. One more than the limit, if there is one. */
    public List<Receipt> list(Access access, Filter filter, boolean newestFirst, Optional<UUID> after, int limit) {
        return Query.list(
                dataSource,
                newestFirst ? LIST_NEWEST_FIRST : LIST,
                select -> {
                    int next = Reach.of(access).bindStaff(select, 1);
                    next = Rows.twice(select, next, filter.fund());
                    next = Rows.twice(select, next, filter.state().map(Enum::name));
                    next = Rows.twice(
                            select, next, filter.call().map(CallId::new).map(DrawdownJson::ofCall));
                    next = Rows.twice(select, next, after);
                    select.setInt(next, limit + 1);
                },
                ReceiptRows::read);
    }

    /** Who paid, for receipts that the caller has been found to see. */
    public Map<ReceiptId, Payer> payersOf(Collection<ReceiptId> receipts) {
        return Query.list(
                        dataSource,
                        PAYERS,
                        select -> Bind.<ReceiptId>rows(select, receipts).uuid(ReceiptId::value),
                        row -> Map.entry(new ReceiptId(Rows.id(row, "receipt_id")), ReceiptRows.payer(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
