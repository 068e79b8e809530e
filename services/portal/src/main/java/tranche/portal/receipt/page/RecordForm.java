package tranche.portal.receipt.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tranche.portal.drawdown.page.FundDesk.Fund;
import tranche.portal.form.page.Field;
import tranche.portal.form.page.Field.Option;
import tranche.portal.form.page.Fields;
import tranche.portal.problem.page.RefusedForm.Finding;
import tranche.values.money.Money;

/**
 * The form by which an entry of a fund's bank account is recorded by hand.
 *
 * @param accounts of the fund, to which it may have come
 */
record RecordForm(Fund fund, List<Option> accounts, Fields fields) {

    private static final String ACCOUNT = "bankAccount";
    private static final String ENTRY = "entryReference";
    private static final String DAY = "valueDate";
    private static final String AMOUNT = "amount";
    private static final String PAYER = "debtorName";
    private static final String ORIGIN = "debtorIban";
    private static final String WROTE = "remittance";

    /** A body to be sent, or what is wrong with what was typed. */
    record Read(Map<String, Object> body, List<Finding> findings) {}

    List<Field> asked(String today) {
        return List.of(
                fields.amount(AMOUNT, true, fund.currency(), ""),
                fields.day(DAY, true, today),
                fields.text(WROTE, false, ""),
                fields.line(PAYER, false, "", List.of()),
                fields.line(ORIGIN, false, "", List.of()),
                fields.line(ENTRY, true, "", List.of()),
                fields.line(
                        ACCOUNT,
                        true,
                        accounts.size() == 1 ? accounts.getFirst().value() : "",
                        accounts));
    }

    Read read() {
        Map<String, Object> body = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        body.put("fundId", fund.id().toString());
        Optional<Money> amount = fields.given(AMOUNT).flatMap(text -> fields.money(text, fund.currency()));
        if (amount.isEmpty()) {
            findings.add(new Finding(AMOUNT, fields.words().say("receipts.match.amount.unreadable")));
        }
        amount.ifPresent(money -> body.put(
                AMOUNT,
                Map.of("value", money.plain(), "currency", money.currency().code())));
        for (String field : List.of(ACCOUNT, ENTRY, DAY, PAYER, ORIGIN, WROTE)) {
            fields.given(field).ifPresent(value -> body.put(field, value));
        }
        return new Read(body, findings);
    }
}
