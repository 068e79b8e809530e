package tranche.engines.postgres;

import java.nio.file.Path;

/** The build's own step: unpacks PostgreSQL's programs, so that the first start need not. */
public final class UnpackPostgres {

    private UnpackPostgres() {}

    /**
     * Unpacks, where that has not been done.
     *
     * @param arguments the folder of the programs, that which {@link EmbeddedPostgres#start} gets as its cache
     */
    public static void main(String[] arguments) {
        PostgresBinaries.in(Path.of(arguments[0]));
    }
}
