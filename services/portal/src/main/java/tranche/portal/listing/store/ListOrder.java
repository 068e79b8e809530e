package tranche.portal.listing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The order of a list as SQL: expressions that are compared as one row, all in the same direction, the id last. */
public record ListOrder(List<Part> parts, boolean descending) {

    /** One expression, never null, and the type in which a cursor's text is compared with it. */
    public record Part(String expression, String type) {}

    public ListOrder {
        parts = List.copyOf(parts);
    }

    /** The columns that a cursor is made of. */
    public String columns() {
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
    public String after() {
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (Part part : parts) {
            left.append(left.isEmpty() ? "" : ", ").append(part.expression());
            right.append(right.isEmpty() ? "" : ", ").append("?::text::").append(part.type());
        }
        return " and (" + left + ") " + (descending ? "<" : ">") + " (" + right + ")";
    }

    public String orderBy() {
        StringBuilder order = new StringBuilder(" order by ");
        for (int i = 0; i < parts.size(); i++) {
            order.append(i == 0 ? "" : ", ").append(parts.get(i).expression()).append(descending ? " desc" : "");
        }
        return order.toString();
    }

    /** Where a row stands, from its {@link #columns()}. */
    public ListCursor end(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            values.add(row.getString("order_" + i));
        }
        return new ListCursor(values);
    }
}
