package tranche.testkit.house;

/**
 * Where a class lives, as its package says.
 *
 * @param part {@code values}, {@code commitments}; empty at the root
 * @param feature of a service, {@code investor}; of another part, the package below it; empty if there is none
 * @param room of a feature, {@code domain}; empty at the feature's root, which is its front door
 */
record Place(String part, String feature, String room) {

    /** The place below its house, for instance {@code flow.writer}. */
    String path() {
        return String.join(".", part, feature, room).replaceAll("\\.+$", "");
    }
}
