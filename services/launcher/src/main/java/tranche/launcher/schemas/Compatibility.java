package tranche.launcher.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import tranche.launcher.schemas.Break.Kind;

/**
 * Whether two sets of event schemas understand each other in both directions (FULL compatibility; checked against every
 * release it is FULL_TRANSITIVE).
 *
 * <p>Two paths lead to the answer: a comparison by name and type, which also catches what Avro lets pass (a renamed
 * optional field, a decimal of another scale, a string that becomes bytes), and Avro's own rules of resolution for both
 * directions. Where the first has named a place, the second does not name it again.
 */
final class Compatibility {

    private Compatibility() {}

    /** The breaks between a release and the schemas in force, by record and path; none if both get along. */
    static List<Break> breaks(SchemaSet released, SchemaSet current) {
        List<Break> breaks = new ArrayList<>();
        released.records().forEach((name, was) -> {
            Schema is = current.records().get(name);
            if (is == null) {
                breaks.add(new Break(
                        released.name(),
                        name,
                        "",
                        Kind.RECORD_REMOVED,
                        "events of this type are kept and read for good"));
            } else {
                breaks.addAll(between(released.name(), name, was, is));
            }
        });
        return breaks;
    }

    private static List<Break> between(String release, String record, Schema was, Schema is) {
        List<Break> breaks = new ArrayList<>(new Comparison(release, record).compare(was, is));
        breaks.addAll(
                unnamed(breaks, resolution(release, record, is, was, "events of " + release + " cannot be read")));
        breaks.addAll(
                unnamed(breaks, resolution(release, record, was, is, "readers of " + release + " cannot read it")));
        return breaks;
    }

    private static List<Break> resolution(String release, String record, Schema reader, Schema writer, String effect) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> new Break(
                        release,
                        record,
                        FieldPath.of(reader, found.getLocation()),
                        Kind.UNREADABLE,
                        effect + ": " + found.getType() + ", " + found.getMessage()))
                .toList();
    }

    /** Those that stand at or above no place already named. */
    private static List<Break> unnamed(List<Break> named, List<Break> found) {
        return found.stream()
                .filter(one -> named.stream().noneMatch(other -> FieldPath.reaches(one.path(), other.path())))
                .toList();
    }
}
