package tranche.commitments.drawdown.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.MatchClues;
import tranche.commitments.drawdown.domain.MatchClues.Debtor;
import tranche.commitments.drawdown.domain.MatchProposal;
import tranche.commitments.drawdown.domain.Payer;
import tranche.commitments.drawdown.domain.PaymentReference;
import tranche.commitments.drawdown.domain.Receipt;
import tranche.commitments.drawdown.domain.ReceiptId;
import tranche.commitments.drawdown.domain.ReceiptState;
import tranche.commitments.fund.domain.FundId;
import tranche.commitments.investor.domain.InvestorId;
import tranche.flow.read.Query;
import tranche.flow.register.Rows;
import tranche.flow.sql.Bind;
import tranche.values.actor.ContentHash;

/**
 * What unmatched receipts may be for (rule D-4), for a page of them in two statements. What an account is known for is known of
 * the receipt's own fund alone: its staff is told nothing of another's.
 */
@Singleton
public class ReceiptClues {

    private static final String DEBTORS = """
            select r.fund_id, r.debtor_account, (array_agg(l.investor_id))[1] as investor_id
              from unnest(?::uuid[], ?::text[]) as wanted(fund_id, debtor_account)
              join receipt r on (r.fund_id, r.debtor_account) = (wanted.fund_id, wanted.debtor_account)
             cross join lateral jsonb_to_recordset(r.matches) as settled("lineId" uuid)
              join call_line l on l.line_id = settled."lineId"
             where r.matches <> '[]'
             group by r.fund_id, r.debtor_account
            having count(distinct l.investor_id) = 1
            """;

    private static final String LINES = """
            select l.*
              from call_line l
             where l.state in ('ISSUED', 'PART_PAID', 'OVERDUE')
               and l.line_id in (select line_id from call_line where reference = any(?::text[])
                                 union
                                 select line_id from call_line
                                   join unnest(?::uuid[], ?::uuid[]) as owing(fund_id, investor_id)
                                  using (fund_id, investor_id))
            """;

    private final DataSource dataSource;

    ReceiptClues(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What each may be for, of receipts that the caller has been found to see; one that is matched is left out. */
    public Map<ReceiptId, List<MatchProposal>> proposals(Collection<Receipt> receipts, Map<ReceiptId, Payer> payers) {
        List<Receipt> unmatched = receipts.stream()
                .filter(receipt -> receipt.state() == ReceiptState.UNMATCHED)
                .toList();
        if (unmatched.isEmpty()) {
            return Map.of();
        }
        Map<ReceiptId, String> written = new HashMap<>();
        unmatched.forEach(receipt -> Optional.ofNullable(payers.get(receipt.id()))
                .flatMap(Payer::remittance)
                .ifPresent(text -> written.put(receipt.id(), text)));
        Map<Debtor, InvestorId> debtors = debtors(unmatched);
        MatchClues clues = MatchClues.of(lines(written.values(), debtors), debtors);
        return unmatched.stream()
                .collect(Collectors.toMap(
                        Receipt::id, receipt -> clues.of(receipt, Optional.ofNullable(written.get(receipt.id())))));
    }

    private Map<Debtor, InvestorId> debtors(Collection<Receipt> receipts) {
        Set<Debtor> wanted = receipts.stream()
                .flatMap(receipt -> MatchClues.debtor(receipt).stream())
                .collect(Collectors.toSet());
        return wanted.isEmpty()
                ? Map.of()
                : Query.list(
                                dataSource,
                                DEBTORS,
                                select -> Bind.<Debtor>rows(select, wanted)
                                        .uuid(debtor -> debtor.fund().value())
                                        .text(debtor -> debtor.account().hex()),
                                row -> Map.entry(
                                        new Debtor(
                                                new FundId(Rows.id(row, "fund_id")),
                                                new ContentHash(row.getString("debtor_account"))),
                                        new InvestorId(Rows.id(row, "investor_id"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<CallLine> lines(Collection<String> written, Map<Debtor, InvestorId> debtors) {
        Set<PaymentReference> references = written.stream()
                .flatMap(text -> PaymentReference.in(text).stream())
                .collect(Collectors.toSet());
        Set<MatchClues.Owing> owing = debtors.entrySet().stream()
                .map(known -> new MatchClues.Owing(known.getKey().fund(), known.getValue()))
                .collect(Collectors.toSet());
        return references.isEmpty() && owing.isEmpty()
                ? List.of()
                : Query.list(
                        dataSource,
                        LINES,
                        select -> {
                            Bind.<PaymentReference>rows(select, references).text(PaymentReference::text);
                            Bind.<MatchClues.Owing>rowsFrom(select, 2, owing)
                                    .uuid(one -> one.fund().value())
                                    .uuid(one -> one.investor().value());
                        },
                        CallLineRows::read);
    }
}
