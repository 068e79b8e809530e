package tranche.launcher.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The event schemas in force")
class EventSchemasTest {

    static final Path FOLDER = Path.of("../../schemas");

    private static SchemaSet current = SchemaSet.of("events", Map.of());

    @BeforeAll
    static void read() throws IOException {
        current = new SchemaFolder(FOLDER).current();
    }

    @Test
    void agree_with_every_release() throws IOException {
        for (SchemaSet release : new SchemaFolder(FOLDER).released()) {
            assertThat(Compatibility.breaks(release, current))
                    .as(release.name())
                    .isEmpty();
        }
    }

    @Test
    void are_the_ones_that_the_classes_were_generated_from() {
        assertThat(current.records().values())
                .allSatisfy(schema -> assertThat(SpecificData.get().getClass(schema))
                        .as(schema.getFullName())
                        .isNotNull());
    }

    @Test
    void say_what_happened_and_what_each_field_means() {
        assertThat(current.records().values())
                .allSatisfy(schema ->
                        assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank());
        assertThat(fields())
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).endsWith("."));
    }

    @Test
    void begin_with_the_head() {
        assertThat(current.records().values())
                .extracting(schema -> schema.getFields().getFirst().name())
                .containsOnly("head");
    }

    @Test
    @DisplayName("write codes as strings, so that a new one does not stop an old reader")
    void have_no_enum() {
        assertThat(fields().flatMap(field -> types(field.schema())))
                .extracting(Schema::getType)
                .doesNotContain(Schema.Type.ENUM, Schema.Type.FLOAT, Schema.Type.DOUBLE);
    }

    @Test
    @DisplayName("mark free texts with their 2,000 characters, and the portal has none")
    void mark_free_texts() {
        List<Schema.Field> marked = fields().filter(field -> field.getObjectProp("freeText") != null)
                .toList();

        assertThat(marked).extracting(field -> field.getObjectProp("freeText")).containsOnly(2000);
        assertThat(marked)
                .extracting(Schema.Field::name)
                .containsOnly("targetSource", "sourceNote", "source", "reason", "statement", "purpose");
        assertThat(fields().filter(field -> List.of(
                                "targetSource", "sourceNote", "source", "reason", "statement", "purpose")
                        .contains(field.name())))
                .allSatisfy(field -> assertThat(field.getObjectProp("freeText")).isEqualTo(2000));
        assertThat(texts("tranche.portal."))
                .as("an account's name or address must not leave the portal")
                .containsOnly("role", "contentHash");
    }

    private static Stream<Schema.Field> fields() {
        return current.records().values().stream().flatMap(schema -> schema.getFields().stream());
    }

    /** Names of the fields after the head that hold any text at all. */
    private static List<String> texts(String namespace) {
        return current.records().values().stream()
                .filter(schema -> schema.getFullName().startsWith(namespace))
                .flatMap(schema -> schema.getFields().stream().skip(1))
                .filter(field -> types(field.schema())
                        .anyMatch(type -> type.getType() == Schema.Type.STRING && type.getLogicalType() == null))
                .map(Schema.Field::name)
                .toList();
    }

    private static Stream<Schema> types(Schema schema) {
        return schema.isUnion() ? schema.getTypes().stream() : Stream.of(schema);
    }
}
