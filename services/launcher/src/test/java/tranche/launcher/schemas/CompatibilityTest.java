package tranche.launcher.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.idl.IdlReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tranche.launcher.schemas.Break.Kind;

@DisplayName("Event schemas agree with every release in both directions")
class CompatibilityTest {

    private static final String RELEASED = """
            namespace test;
            enum Basis { SIGNED, LEFT }
            enum Open { A, B } = A;
            record Sum { decimal(38, 4) value; string currency; string? note = null; }
            record Event {
              string name;
              int count;
              uuid owner;
              Sum amount;
              Sum? cap = null;
              string? reason = null;
              date day;
              Basis basis;
              Open open = "A";
              array<Sum> parts;
              map<string> labels;
            }
            """;

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("a required field is removed", "  int count;\n", "", "count", Kind.FIELD_REMOVED),
                arguments(
                        "an optional field is removed", "  string? reason = null;\n", "", "reason", Kind.FIELD_REMOVED),
                arguments(
                        "an optional field is renamed",
                        "string? reason = null",
                        "string? motive = null",
                        "reason",
                        Kind.FIELD_REMOVED),
                arguments(
                        "a field is renamed under an alias",
                        "string? reason = null",
                        "string? @aliases([\"reason\"]) motive = null",
                        "reason",
                        Kind.FIELD_REMOVED),
                arguments(
                        "a field of a part is renamed",
                        "string? note = null",
                        "string? remark = null",
                        "amount.note",
                        Kind.FIELD_REMOVED),
                arguments(
                        "a field without default is added",
                        "int count;",
                        "int count; int size;",
                        "size",
                        Kind.FIELD_WITHOUT_DEFAULT),
                arguments(
                        "a field without default is added to a part",
                        "string currency;",
                        "string currency; int scale;",
                        "cap.scale",
                        Kind.FIELD_WITHOUT_DEFAULT),
                arguments("a type is changed", "int count;", "string count;", "count", Kind.TYPE_CHANGED),
                arguments(
                        "a type is widened, which old readers cannot follow",
                        "int count;",
                        "long count;",
                        "count",
                        Kind.TYPE_CHANGED),
                arguments(
                        "a string becomes bytes, which Avro promotes both ways",
                        "string name;",
                        "bytes name;",
                        "name",
                        Kind.TYPE_CHANGED),
                arguments("a required field becomes optional", "int count;", "int? count;", "count", Kind.TYPE_CHANGED),
                arguments(
                        "an optional field becomes required",
                        "Sum? cap = null",
                        "Sum cap = {\"value\": \"\", \"currency\": \"\"}",
                        "cap",
                        Kind.TYPE_CHANGED),
                arguments(
                        "a map's values are changed",
                        "map<string> labels",
                        "map<int> labels",
                        "labels.{}",
                        Kind.TYPE_CHANGED),
                arguments(
                        "an amount gets another scale",
                        "decimal(38, 4) value",
                        "decimal(38, 2) value",
                        "parts.[].value",
                        Kind.LOGICAL_TYPE_CHANGED),
                arguments("a date becomes a number", "date day;", "int day;", "day", Kind.LOGICAL_TYPE_CHANGED),
                arguments("an id becomes a text", "uuid owner;", "string owner;", "owner", Kind.LOGICAL_TYPE_CHANGED),
                arguments("a symbol is removed", "{ SIGNED, LEFT }", "{ SIGNED }", "basis", Kind.SYMBOL_REMOVED),
                arguments(
                        "a symbol is removed from an enum with a default",
                        "{ A, B } = A",
                        "{ A } = A",
                        "open",
                        Kind.SYMBOL_REMOVED),
                arguments(
                        "a symbol is added to an enum without a default",
                        "{ SIGNED, LEFT }",
                        "{ SIGNED, LEFT, PAID }",
                        "basis",
                        Kind.SYMBOL_ADDED),
                arguments("the record is removed", "record Event", "record Other", "", Kind.RECORD_REMOVED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void names_the_place_and_the_kind_of_a_break(String change, String was, String is, String path, Kind kind) {
        assertThat(breaks(change(was, is)))
                .as(change)
                .extracting(Break::path, Break::kind)
                .contains(tuple(path, kind));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments("nothing", "int count;", "int count;"),
                arguments("an optional field is added", "int count;", "int count; string? more = null;"),
                arguments(
                        "a field with a default is added to a part", "string currency;", "string currency; int n = 0;"),
                arguments("fields change places", "  string name;\n  int count;\n", "  int count;\n  string name;\n"),
                arguments("a doc is added", "int count;", "/** How many. */ int count;"),
                arguments("a symbol is added to an enum with a default", "{ A, B } = A", "{ A, B, C } = A"),
                arguments("a record is added", "record Event", "record Another { int n; } record Event"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void lets_pass_what_both_sides_can_read(String change, String was, String is) {
        assertThat(breaks(change(was, is))).as(change).isEmpty();
    }

    @Test
    void names_a_break_once() {
        assertThat(breaks(change("int count;", "string count;"))).hasSize(1);
    }

    @Test
    void tells_record_place_kind_release_and_reason_in_one_line() {
        assertThat(breaks(change("  int count;\n", "")))
                .singleElement()
                .asString()
                .satisfies(line -> assertThat(line)
                        .startsWith("test.Event count FIELD_REMOVED, against 1.0.0: ")
                        .doesNotContain("\n"));
    }

    private static String change(String was, String is) {
        assertThat(RELEASED).contains(was);
        return RELEASED.replace(was, is);
    }

    private static List<Break> breaks(String current) {
        return Compatibility.breaks(set("1.0.0", RELEASED), set("events", current));
    }

    private static SchemaSet set(String name, String idl) {
        try {
            var schemas =
                    new IdlReader().parse(URI.create("memory:/test.avdl"), idl).getNamedSchemas();
            return SchemaSet.of(
                    name,
                    schemas.containsKey("test.Event") ? Map.of("test.Event", schemas.get("test.Event")) : Map.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
