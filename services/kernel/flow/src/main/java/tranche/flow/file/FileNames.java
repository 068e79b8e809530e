package tranche.flow.file;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows of a service that name files. */
@FunctionalInterface
public interface FileNames {

    /**
     * Those of the files that no row names.
     *
     * @param files by their hashes, at most some hundreds
     */
    List<String> unnamed(Connection connection, List<String> files) throws SQLException;
}
