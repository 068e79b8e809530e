package tranche.notifications.email;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import tranche.notifications.email.domain.Sheet;
import tranche.notifications.email.domain.Sheet.Section;

/** Sheets as a letter keeps them. */
final class SheetText {

    private SheetText() {}

    static void put(ObjectNode node, Sheet sheet) {
        node.put("title", sheet.title())
                .put("first", sheet.first())
                .put("button", sheet.button().name())
                .put("page", sheet.button().page());
        ArrayNode sections = node.putArray("sections");
        for (Section section : sheet.sections()) {
            ObjectNode one = sections.addObject().put("heading", section.heading());
            section.columns().forEach(one.putArray("columns")::add);
            ArrayNode rows = one.putArray("rows");
            section.rows().forEach(row -> row.forEach(rows.addArray()::add));
            section.paragraphs().forEach(one.putArray("paragraphs")::add);
        }
    }

    static Sheet read(JsonNode node) {
        List<Section> sections = new ArrayList<>();
        node.get("sections")
                .forEach(section -> sections.add(new Section(
                        section.get("heading").asText(),
                        texts(section.get("columns")),
                        section.get("rows").valueStream().map(SheetText::texts).toList(),
                        texts(section.get("paragraphs")))));
        return new Sheet(
                node.get("title").asText(),
                node.get("first").asText(),
                sections,
                new Sheet.Button(node.get("button").asText(), node.get("page").asText()));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
