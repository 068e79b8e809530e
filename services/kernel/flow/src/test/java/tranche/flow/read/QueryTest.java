package tranche.flow.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import tranche.flow.writer.Unavailable;
import tranche.testkit.TestDatabase;

class QueryTest {

    private static final TestDatabase DATABASE = TestDatabase.create("tally");

    private static DataSource at(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(DATABASE.owner());
        dataSource.setPassword(DATABASE.ownerPassword());
        return dataSource;
    }

    private static List<Integer> numbers(DataSource dataSource, String sql) {
        return Query.list(dataSource, sql, select -> select.setInt(1, 3), row -> row.getInt(1));
    }

    @Test
    void gives_the_rows_in_their_order() {
        assertThat(numbers(at(DATABASE.url()), "select * from generate_series(?, 1, -1)"))
                .containsExactly(3, 2, 1);
    }

    @Test
    void tells_a_statement_that_is_wrong_from_a_database_that_is_away() {
        assertThatThrownBy(() -> numbers(at(DATABASE.url()), "select colour from pg_class where relpages = ?"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> numbers(at("jdbc:postgresql://127.0.0.1:1/tally"), "select ?"))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> numbers(at(DATABASE.url()), "select pg_terminate_backend(pg_backend_pid()), ?"))
                .isInstanceOf(Unavailable.class);
    }
}
