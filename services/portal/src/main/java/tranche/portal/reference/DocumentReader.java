package tranche.portal.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tranche.portal.reference.domain.Field;
import tranche.portal.reference.domain.Operation;
import tranche.portal.reference.domain.Prose;
import tranche.portal.reference.domain.Reference;

/** Makes of the API document's text what its page shows. */
final class DocumentReader {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String JSON = "application/json";

    private final Node root;
    private final String origin;

    private DocumentReader(Node root, String origin) {
        this.root = root;
        this.origin = origin;
    }

    /** @param origin of the deployment, for the examples */
    static Reference read(String text, String origin) {
        Map<?, ?> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new DocumentReader(new Node(document, document), origin).reference();
    }

    private Reference reference() {
        Node info = root.raw("info");
        return new Reference(
                info.text("title"),
                info.text("version"),
                Stream.of(info.text("description").split("\n\n"))
                        .map(paragraph -> Prose.of(paragraph.replace('\n', ' ')))
                        .toList(),
                groups(),
                Shapes.all(root.raw("components").raw("schemas")));
    }

    private List<Reference.Group> groups() {
        List<Entry> operations = operations();
        return root.raw("tags").items().stream()
                .map(tag -> new Reference.Group(
                        tag.text("name"),
                        Prose.of(tag.text("description")),
                        operations.stream()
                                .filter(entry -> entry.tag().equals(tag.text("name")))
                                .map(Entry::operation)
                                .toList()))
                .toList();
    }

    /** An operation and its heading. */
    private record Entry(String tag, Operation operation) {}

    private List<Entry> operations() {
        List<Entry> operations = new ArrayList<>();
        root.raw("paths")
                .members()
                .forEach((path, item) -> item.members().forEach((method, node) -> {
                    if (METHODS.contains(method)) {
                        operations.add(new Entry(
                                String.join("", node.raw("tags").texts()),
                                operation(method.toUpperCase(Locale.ROOT), path, item, node)));
                    }
                }));
        return operations;
    }

    private Operation operation(String method, String path, Node item, Node node) {
        boolean open = node.has("security") && node.raw("security").items().isEmpty();
        List<Operation.Parameter> parameters = Stream.concat(
                        item.raw("parameters").items().stream(), node.raw("parameters").items().stream())
                .map(Node::resolved)
                .map(DocumentReader::parameter)
                .toList();
        Node body = node.get("requestBody");
        return new Operation(
                node.text("operationId"),
                method,
                path,
                Prose.set(node.text("summary")),
                Prose.of(node.text("description")),
                open,
                parameters,
                body.isThere() ? Optional.of(body(body)) : Optional.empty(),
                answers(node.raw("responses")),
                node.raw("x-problems").texts(),
                Curl.of(origin, method, path, open, parameters, body.raw("content")));
    }

    private static Operation.Parameter parameter(Node node) {
        return new Operation.Parameter(
                node.text("name"),
                node.text("in"),
                node.flag("required"),
                Shapes.type(node.raw("schema")),
                Prose.of(node.text("description")));
    }

    private static Operation.Body body(Node body) {
        Map<String, Node> content = body.raw("content").members();
        List<Field> fields = content.values().stream()
                .map(media -> Shapes.fields(media.get("schema")))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Operation.Body(
                body.flag("required"), List.copyOf(content.keySet()), Prose.of(body.text("description")), fields);
    }

    private static List<Operation.Answer> answers(Node responses) {
        List<Operation.Answer> answers = new ArrayList<>();
        responses.members().forEach((status, response) -> answers.add(answer(status, response.resolved())));
        return answers;
    }

    private static Operation.Answer answer(String status, Node response) {
        Map<String, Node> content = response.raw("content").members();
        Optional<Node> schema = Optional.ofNullable(content.get(JSON))
                .or(() -> content.values().stream().findFirst())
                .map(media -> media.raw("schema"));
        return new Operation.Answer(
                status,
                Prose.of(response.text("description")),
                List.copyOf(response.raw("headers").members().keySet()),
                schema.map(Shapes::type),
                schema.filter(node -> node.name().isEmpty()).map(Shapes::fields).orElse(List.of()));
    }
}
