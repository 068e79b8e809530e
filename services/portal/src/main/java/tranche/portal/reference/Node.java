package tranche.portal.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the API document, read by name. What is missing reads as empty: that the document is whole is held by its test.
 *
 * @param root the whole document, in which references point
 * @param value a map, a list, a scalar, or nothing
 */
record Node(Map<?, ?> root, @Nullable Object value) {

    private static final String REFERENCE = "$ref";

    /** A member, itself where it is a reference: what stands beside one counts. */
    Node raw(String name) {
        return new Node(root, value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    /** A member, or what it refers to. */
    Node get(String name) {
        return raw(name).resolved();
    }

    Node resolved() {
        return reference().map(this::at).orElse(this);
    }

    /** The name of what this refers to, for instance {@code Money}. */
    Optional<String> name() {
        return reference().map(reference -> reference.substring(reference.lastIndexOf('/') + 1));
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    boolean isThere() {
        return value != null;
    }

    /** The scalar as text; without line breaks at its end. */
    String text() {
        return value == null || value instanceof Map || value instanceof List
                ? ""
                : value.toString().strip();
    }

    String text(String name) {
        return raw(name).text();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(raw(name).value());
    }

    /** The items of a list, each as it stands. */
    List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(new Node(root, item)));
        }
        return items;
    }

    /** The scalars of a list. */
    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** The members of a map in their order, each as it stands. */
    Map<String, Node> members() {
        Map<String, Node> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), new Node(root, member)));
        }
        return members;
    }

    private Optional<String> reference() {
        return value instanceof Map<?, ?> map && map.get(REFERENCE) instanceof String reference
                ? Optional.of(reference)
                : Optional.empty();
    }

    private Node at(String reference) {
        Node node = new Node(root, root);
        for (String part : List.of(reference.substring("#/".length()).split("/", -1))) {
            node = node.raw(part);
        }
        return node;
    }
}
