package tranche.launcher.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tranche.launcher.openapi.ApiDocument.Operation;

/** Holds an exchange against the API document. */
final class Contract {

    /** Headers that a client sends whatever it asks for. */
    private static final Set<String> ANY_REQUEST =
            Set.of("accept", "accept-language", "authorization", "content-type", "cookie", "x-csrf-token");

    private static final String JSON_BODY = "/content/application~1json/schema";

    private final ApiDocument document;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final SchemaValidatorsConfig strict =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    Contract(ApiDocument document) {
        this.document = document;
    }

    /** Where the exchange and the document differ; empty where they agree. */
    List<String> differences(Exchange exchange) {
        Operation operation = document.operation(exchange.method(), exchange.path());
        List<String> differences = new ArrayList<>();
        request(operation, exchange, differences);
        answer(operation, exchange, differences);
        return differences;
    }

    /** What does not hold of a value by a schema of the document. */
    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.root().get("components"));
        return schemas.getSchema(whole, strict).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private void request(Operation operation, Exchange exchange, List<String> differences) {
        List<JsonNode> parameters = document.parameters(operation);
        exchange.query().ifPresent(query -> {
            for (String parameter : query.split("&", -1)) {
                parameter(parameters, parameter, exchange, differences);
            }
        });
        Set<String> known = new TreeSet<>(ANY_REQUEST);
        known.addAll(named(parameters, "header"));
        exchange.request().headers().map().keySet().stream()
                .filter(name -> !known.contains(name.toLowerCase(java.util.Locale.ROOT)))
                .forEach(name -> differences.add("the document has no header " + name));
        JsonNode body = document.resolved(operation.node().path("requestBody"));
        if (exchange.body().isEmpty()) {
            if (exchange.isDone() && body.path("required").asBoolean()) {
                differences.add("was taken without the body that the document requires");
            }
        } else if (exchange.isDone() && body.at(JSON_BODY).isObject()) {
            JsonNode schema = body.at(JSON_BODY);
            faults(schema, Exchange.json(exchange.body())).forEach(fault -> differences.add("sent: " + fault));
        }
    }

    /** An undocumented or wrong parameter is refused, a documented one taken. */
    private void parameter(List<JsonNode> parameters, String parameter, Exchange exchange, List<String> differences) {
        String name = parameter.substring(0, parameter.indexOf('='));
        if (exchange.isDone() && !named(parameters, "query").contains(name)) {
            differences.add("took a parameter that the document does not have: " + name);
        }
    }

    private static Set<String> named(List<JsonNode> parameters, String in) {
        return parameters.stream()
                .filter(parameter -> parameter.get("in").asText().equals(in))
                .map(parameter -> in.equals("header")
                        ? parameter.get("name").asText().toLowerCase(java.util.Locale.ROOT)
                        : parameter.get("name").asText())
                .collect(Collectors.toSet());
    }

    private void answer(Operation operation, Exchange exchange, List<String> differences) {
        JsonNode responses = operation.node().get("responses");
        JsonNode named = responses.path(String.valueOf(exchange.status()));
        if (named.isMissingNode() && exchange.status() < 400) {
            differences.add("the document has no answer " + exchange.status());
            return;
        }
        JsonNode response = document.resolved(named.isMissingNode() ? responses.path("default") : named);
        response.path("headers").properties().forEach(header -> header(exchange, header, differences));
        JsonNode media = response.path("content").path(exchange.mediaType());
        if (media.isMissingNode()) {
            differences.add("the document has no answer of the type " + exchange.mediaType());
        } else if (exchange.mediaType().endsWith("json")) {
            faults(media.get("schema"), exchange.json()).forEach(fault -> differences.add("answered: " + fault));
        }
        if (exchange.mediaType().equals("application/problem+json")) {
            problem(operation, responses, response, exchange, differences);
        }
    }

    private void header(Exchange exchange, Map.Entry<String, JsonNode> named, List<String> differences) {
        JsonNode header = document.resolved(named.getValue());
        if (header.path("required").asBoolean()
                && exchange.header(named.getKey()).isEmpty()) {
            differences.add("the answer lacks the header " + named.getKey());
        }
        exchange.header(named.getKey())
                .map(Exchange::quoted)
                .ifPresent(value -> faults(header.get("schema"), value)
                        .forEach(fault -> differences.add(named.getKey() + ": " + fault)));
    }

    private void problem(
            Operation operation, JsonNode responses, JsonNode response, Exchange exchange, List<String> differences) {
        Set<String> codes = new TreeSet<>(operation.problems());
        codes.addAll(ApiDocument.texts(response.path("x-problems")));
        codes.addAll(
                ApiDocument.texts(document.resolved(responses.path("default")).path("x-problems")));
        String code = exchange.text("code");
        if (!codes.contains(code)) {
            differences.add("the document does not say that it is refused with " + code);
        }
        if (!exchange.text("type").endsWith("/problems/" + code)) {
            differences.add("type and code differ: " + exchange.text("type"));
        }
        if (exchange.json().path("detail").asText().contains("{")) {
            differences.add("a fact is missing: " + exchange.text("detail"));
        }
    }
}
