package tranche.values.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted map whose copies share what they have in common: a book of ten thousand objects changes once for
 * each of the events that one command may have, and every state in between is kept until the commit. A copy costs a path of nodes
 * (a treap: a search tree by key that is a heap by the keys' scattered hashes, so that it stays shallow).
 */
public final class Shelf<K extends Comparable<K>, V> {

    private record Node<K, V>(
            K key,
            V value,
            int priority,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right) {

        Node<K, V> withLeft(Node<K, V> other) {
            return new Node<>(key, value, priority, other, right);
        }

        Node<K, V> withRight(Node<K, V> other) {
            return new Node<>(key, value, priority, left, other);
        }
    }

    private final @Nullable Node<K, V> root;

    private Shelf(@Nullable Node<K, V> root) {
        this.root = root;
    }

    public static <K extends Comparable<K>, V> Shelf<K, V> empty() {
        return new Shelf<>(null);
    }

    public static <K extends Comparable<K>, V> Shelf<K, V> of(Map<K, V> entries) {
        Shelf<K, V> shelf = empty();
        for (Map.Entry<K, V> entry : entries.entrySet()) {
            shelf = shelf.with(entry.getKey(), entry.getValue());
        }
        return shelf;
    }

    public Optional<V> get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key());
            if (order == 0) {
                return Optional.of(node.value());
            }
            node = order < 0 ? node.left() : node.right();
        }
        return Optional.empty();
    }

    /** This map with the key's value set. */
    public Shelf<K, V> with(K key, V value) {
        return new Shelf<>(put(root, key, value));
    }

    /** The values in ascending order of their keys. */
    public List<V> values() {
        List<V> values = new ArrayList<>();
        collect(root, values);
        return values;
    }

    /** Nodes on the longest way down. */
    int depth() {
        return depth(root);
    }

    private static <K, V> int depth(@Nullable Node<K, V> node) {
        return node == null ? 0 : 1 + Math.max(depth(node.left()), depth(node.right()));
    }

    private static <K, V> void collect(@Nullable Node<K, V> node, List<V> values) {
        if (node != null) {
            collect(node.left(), values);
            values.add(node.value());
            collect(node.right(), values);
        }
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, scattered(key.hashCode()), null, null);
        }
        int order = key.compareTo(node.key());
        if (order == 0) {
            return new Node<>(key, value, node.priority(), node.left(), node.right());
        }
        if (order < 0) {
            Node<K, V> left = put(node.left(), key, value);
            return left.priority() > node.priority()
                    ? left.withRight(new Node<>(node.key(), node.value(), node.priority(), left.right(), node.right()))
                    : node.withLeft(left);
        }
        Node<K, V> right = put(node.right(), key, value);
        return right.priority() > node.priority()
                ? right.withLeft(new Node<>(node.key(), node.value(), node.priority(), node.left(), right.left()))
                : node.withRight(right);
    }

    /** Ids made in one instant have like hashes: their bits are mixed (the finaliser of MurmurHash3). */
    private static int scattered(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shelf<?, ?> that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
