package tranche.commitments.payment;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.fund.store.FundRows;
import tranche.commitments.payment.domain.BankAccount;
import tranche.commitments.payment.domain.PaymentCommand;
import tranche.commitments.payment.domain.PaymentEvent;
import tranche.commitments.payment.domain.PaymentFile;
import tranche.commitments.payment.events.PaymentAvro;
import tranche.commitments.payment.store.BankAccountRows;
import tranche.flow.Flow;
import tranche.flow.writer.Feature;
import tranche.flow.writer.Outgoing;
import tranche.flow.writer.Recorded;
import tranche.flow.writer.Writer;
import tranche.values.decision.Decision;
import tranche.values.register.Shelf;

/** The front door of where funds are paid; its events are in the order of their fund's. */
@Singleton
public final class PaymentCommands implements Feature<PaymentFile, PaymentCommand, PaymentEvent> {

    private final Writer<PaymentFile, PaymentCommand, PaymentEvent> writer;

    PaymentCommands(Flow flow) {
        this.writer = flow.writers().of(this);
    }

    public Writer<PaymentFile, PaymentCommand, PaymentEvent> writer() {
        return writer;
    }

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public Map<UUID, PaymentFile> load(Connection connection, Map<UUID, List<PaymentCommand>> commands)
            throws SQLException {
        List<FundId> ids = commands.keySet().stream().map(FundId::new).toList();
        Map<FundId, Fund> funds = FundRows.load(connection, ids);
        Map<FundId, List<BankAccount>> accounts = BankAccountRows.ofFunds(connection, ids);
        Map<UUID, PaymentFile> files = new HashMap<>();
        for (FundId id : ids) {
            files.put(
                    id.value(),
                    new PaymentFile(
                            Optional.ofNullable(funds.get(id)),
                            Shelf.of(accounts.getOrDefault(id, List.of()).stream()
                                    .collect(Collectors.toMap(BankAccount::id, Function.identity())))));
        }
        return files;
    }

    @Override
    public Decision<PaymentEvent> decide(PaymentFile state, PaymentCommand command, Instant now) {
        return state.decide(command, now);
    }

    @Override
    public PaymentFile apply(PaymentFile state, PaymentEvent event, Instant recordedAt) {
        return state.apply(event, recordedAt);
    }

    @Override
    public void save(Connection connection, Collection<Recorded<PaymentFile, PaymentEvent>> recorded)
            throws SQLException {
        BankAccountRows.save(
                connection,
                recorded.stream()
                        .map(one -> one.after().accounts().get(one.event().id()).orElseThrow())
                        .toList());
    }

    @Override
    public Outgoing toAvro(PaymentFile after, PaymentEvent event) {
        return PaymentAvro.of(after.accounts().get(event.id()).orElseThrow(), event);
    }
}
