package tranche.portal.raise.store;

import java.util.List;
import tranche.portal.raise.domain.CommitmentSort;

/**
 * The order of a list as SQL: expressions that are compared as one row, all in the same direction, the id last. Amounts go
 * by currency, then value; to fall within a rising currency their value is negated.
 */
record CommitmentOrder(List<Part> parts, boolean descending) {

    /** One expression and the type in which a cursor's text is compared with it. */
    record Part(String expression, String type) {}

    private static final Part ID = new Part("c.commitment_id", "uuid");

    static CommitmentOrder of(CommitmentSort sort) {
        return switch (sort.column()) {
            case INVESTOR -> text("i.name", sort);
            case FUND -> text("f.name", sort);
            case KIND -> text("i.kind", sort);
            case STATE ->
                new CommitmentOrder(
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
            case EFFECTIVE -> new CommitmentOrder(List.of(new Part("c.effective_date", "date"), ID), sort.descending());
        };
    }

    private static CommitmentOrder text(String expression, CommitmentSort sort) {
        return new CommitmentOrder(List.of(new Part(expression, "text"), ID), sort.descending());
    }

    private static CommitmentOrder money(String expression, CommitmentSort sort) {
        String value = sort.descending() ? "-(" + expression + ")" : expression;
        return new CommitmentOrder(List.of(new Part("c.currency", "text"), new Part(value, "numeric"), ID), false);
    }

    /** The columns that a cursor is made of. */
    String columns() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            columns.append(", (")
                    .append(parts.get(i).expression())
                    .append(")::text as order_")
                    .append(i);
        }
        return columns.toString();
    }

    /** The condition that a row comes after a cursor; takes a text for each part. */
    String after() {
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (Part part : parts) {
            left.append(left.isEmpty() ? "" : ", ").append(part.expression());
            right.append(right.isEmpty() ? "" : ", ").append("?::text::").append(part.type());
        }
        return " and (" + left + ") " + (descending ? "<" : ">") + " (" + right + ")";
    }

    String orderBy() {
        StringBuilder order = new StringBuilder(" order by ");
        for (int i = 0; i < parts.size(); i++) {
            order.append(i == 0 ? "" : ", ").append(parts.get(i).expression()).append(descending ? " desc" : "");
        }
        return order.toString();
    }
}
