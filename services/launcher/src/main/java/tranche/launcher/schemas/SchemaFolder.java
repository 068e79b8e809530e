package tranche.launcher.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.idl.IdlReader;

/**
 * The folder {@code schemas/}: {@code events/*.avdl} in force, {@code released/RELEASE/RECORD.avsc} frozen.
 *
 * <p>An event is a record whose first field is {@code head}; all others are parts of events and are compared with them.
 * Everything is read from the files; nothing needs to be built or running.
 *
 * @param root the folder itself
 */
record SchemaFolder(Path root) {

    private static final String HEAD = "tranche.Head";

    /**
     * The events in force.
     *
     * @throws IOException if a file cannot be read or understood, or if there is no event at all
     */
    SchemaSet current() throws IOException {
        Map<String, Schema> records = new TreeMap<>();
        for (Path file : files(root.resolve("events"), ".avdl")) {
            for (Schema schema : idl(file).values()) {
                if (isEvent(schema)) {
                    records.put(schema.getFullName(), schema);
                }
            }
        }
        if (records.isEmpty()) {
            throw new IOException("there is no event in " + root.resolve("events"));
        }
        return SchemaSet.of("events", records);
    }

    /**
     * Every frozen release, by name; empty before the first.
     *
     * @throws IOException if a file cannot be read or understood
     */
    List<SchemaSet> released() throws IOException {
        List<SchemaSet> releases = new ArrayList<>();
        for (Path release : folders(root.resolve("released"))) {
            Map<String, Schema> records = new TreeMap<>();
            for (Path file : files(release, ".avsc")) {
                Schema schema = avsc(file);
                records.put(schema.getFullName(), schema);
            }
            releases.add(SchemaSet.of(release.getFileName().toString(), records));
        }
        return releases;
    }

    /**
     * Freezes the events in force as a release.
     *
     * @return how many records were written
     * @throws IOException if the release exists already or cannot be written
     */
    int freeze(String release) throws IOException {
        Path folder = Files.createDirectories(root.resolve("released")).resolve(release);
        SchemaSet current = current();
        Files.createDirectory(folder);
        for (Map.Entry<String, Schema> entry : current.records().entrySet()) {
            Files.writeString(
                    folder.resolve(entry.getKey() + ".avsc"), entry.getValue().toString(true) + "\n");
        }
        return current.records().size();
    }

    private static boolean isEvent(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                && !schema.getFields().isEmpty()
                && schema.getFields().getFirst().schema().getFullName().equals(HEAD);
    }

    private static Map<String, Schema> idl(Path file) throws IOException {
        try {
            return new IdlReader().parse(file).getNamedSchemas();
        } catch (AvroRuntimeException unreadable) {
            throw new IOException(file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static Schema avsc(Path file) throws IOException {
        try {
            return new SchemaParser().parse(file).mainSchema();
        } catch (AvroRuntimeException unreadable) {
            throw new IOException(file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }
}
