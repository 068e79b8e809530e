package tranche.portal.raise.store;

import java.util.List;
import tranche.portal.listing.store.ListOrder;
import tranche.portal.listing.store.ListOrder.Part;
import tranche.portal.raise.domain.CommitmentSort;

/**
 * The orders of the list of commitments as SQL. Amounts go by currency, then value; to fall within a rising currency their
 * value is negated.
 */
final class CommitmentOrder {

    private static final Part ID = new Part("c.commitment_id", "uuid");

    private CommitmentOrder() {}

    static ListOrder of(CommitmentSort sort) {
        return switch (sort.column()) {
            case INVESTOR -> text("i.name", sort);
            case FUND -> text("f.name", sort);
            case KIND -> text("i.kind", sort);
            case STATE ->
                new ListOrder(
                        List.of(
                                new Part(
                                        "array_position(array['DRAFT','SUBMITTED','ACCEPTED','CLOSED','DEFAULTED',"
                                                + "'TRANSFERRED','RELEASED','CANCELLED'], c.state)",
                                        "integer"),
                                ID),
                        sort.descending());
            case AMOUNT -> money("c.amount", sort);
            case CALLED -> money("c.called", sort);
            case UNCALLED -> money(CommitmentStore.UNCALLED, sort);
            case EFFECTIVE -> new ListOrder(List.of(new Part("c.effective_date", "date"), ID), sort.descending());
        };
    }

    private static ListOrder text(String expression, CommitmentSort sort) {
        return new ListOrder(List.of(new Part(expression, "text"), ID), sort.descending());
    }

    private static ListOrder money(String expression, CommitmentSort sort) {
        String value = sort.descending() ? "-(" + expression + ")" : expression;
        return new ListOrder(List.of(new Part("c.currency", "text"), new Part(value, "numeric"), ID), false);
    }
}
