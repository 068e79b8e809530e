package tranche.notifications.notice;

import java.sql.SQLException;
import java.util.List;
import tranche.flow.writer.Transaction;
import tranche.notifications.notice.domain.RaisedAlert;

/** What else is done about alerts, in the transaction that raises them. */
public interface AlertsRaised {

    /** @param alerts raised just now, each with its row */
    void raised(Transaction transaction, List<RaisedAlert> alerts) throws SQLException;

    /** Called after the commit, whether or not any was raised. */
    void committed();
}
