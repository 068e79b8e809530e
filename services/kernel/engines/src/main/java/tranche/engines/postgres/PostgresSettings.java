package tranche.engines.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the server runs. Given on its command line, where nothing in the data folder can weaken them. */
final class PostgresSettings {

    /** What a commit's promise rests on: these are asked back from the running server. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "data_checksums", "on");

    private PostgresSettings() {}

    /**
     * The arguments after the program's name.
     *
     * @param data the data directory, absolute
     * @param log folder of the server's log
     */
    static List<String> arguments(String data, String log, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");

        // Every service keeps a pool of 4, the registry one of 5; migrations, relays and a person's psql come on top.
        settings.put("max_connections", "80");
        // One transaction may lock the keys of a whole batch (1,000 commands) and many connections' worth share the
        // table.
        settings.put("max_locks_per_transaction", "256");
        settings.put("shared_buffers", "96MB");
        settings.put("max_wal_size", "1GB");
        settings.put("jit", "off");
        // One disk and no subscribers: fewer processes for the same work.
        settings.put("io_method", "sync");
        settings.put("max_logical_replication_workers", "0");

        // One file a weekday, emptied a week later: the log has an end.
        settings.put("logging_collector", "on");
        settings.put("log_directory", log);
        settings.put("log_filename", "postgres-%a.log");
        settings.put("log_rotation_age", "1d");
        settings.put("log_truncate_on_rotation", "on");

        List<String> arguments = new ArrayList<>(List.of("-D", data));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }
}
