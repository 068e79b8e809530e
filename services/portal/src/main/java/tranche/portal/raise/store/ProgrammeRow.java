package tranche.portal.raise.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tranche.portal.raise.domain.Programme;
import tranche.portal.raise.domain.Target;
import tranche.values.money.Currency;
import tranche.values.money.Money;

/** A programme as its row tells it. */
final class ProgrammeRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProgrammeRow() {}

    static Programme read(ResultSet row) throws SQLException {
        Currency headline = new Currency(row.getString("headline"));
        BigDecimal amount = row.getBigDecimal("target");
        Optional<Target> target = Optional.empty();
        if (amount != null) {
            target = Optional.of(new Target(
                    new Money(headline, amount),
                    Optional.ofNullable(row.getObject("target_date", LocalDate.class)),
                    Optional.ofNullable(row.getString("target_source")),
                    row.getObject("claimed", LocalDate.class)));
        }
        return new Programme(
                row.getObject("programme_id", UUID.class),
                row.getString("name"),
                headline,
                target,
                committed(row.getString("committed"), headline),
                row.getInt("funds"),
                row.getInt("investors"),
                row.getInt("commitments"),
                row.getBoolean("sample"));
    }

    /** The headline currency first and always there, the others by code. */
    private static List<Money> committed(String json, Currency headline) {
        Map<String, String> sums = new TreeMap<>(read(json));
        String own = sums.remove(headline.code());
        List<Money> amounts = new ArrayList<>();
        amounts.add(own == null ? Money.zero(headline) : new Money(headline, new BigDecimal(own)));
        sums.forEach((code, value) -> amounts.add(new Money(new Currency(code), new BigDecimal(value))));
        return amounts;
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
